import { describe, expect, test } from "vitest";
import { readTarget } from "../../../src/contract/http/target.ts";

describe("a base URL is read", () => {
  test.each([
    [
      "http://127.0.0.1:4010/",
      { hostname: "127.0.0.1", port: 4010, secure: false, host: "127.0.0.1:4010", basePath: "" },
    ],
    ["http://example.com", { port: 80, secure: false, host: "example.com", url: "http://example.com" }],
    ["https://example.com", { port: 443, secure: true, host: "example.com" }],
    ["https://example.com:443/v1", { port: 443, host: "example.com", basePath: "/v1" }],
    ["http://example.com:443", { port: 443, secure: false, host: "example.com:443" }],
    ["http://[::1]:8080/api/v1//", { hostname: "::1", port: 8080, host: "[::1]:8080", basePath: "/api/v1" }],
    ["http://EXAMPLE.com/A%20b/", { hostname: "example.com", basePath: "/A%20b" }],
  ])("%s", (text, target) => {
    expect(readTarget(text)).toMatchObject(target);
  });

  test.each(["http://localhost:1", "http://127.0.0.1", "http://127.9.8.7", "http://[::1]", "http://127.1"])(
    "%s is this machine",
    (text) => {
      expect(readTarget(text).loopback).toBe(true);
    },
  );

  test.each([
    "http://10.0.0.1",
    "http://0.0.0.0",
    "http://localhost.example.com",
    "http://127.0.0.1.example.com",
    "http://example.com/localhost",
  ])("%s is not this machine", (text) => {
    expect(readTarget(text).loopback).toBe(false);
  });
});

describe("what is no base URL ends with exit code 2 and says why", () => {
  test.each([
    ["", 'takes an http or https URL, not ""'],
    ["nowhere", 'takes an http or https URL, not "nowhere"'],
    ["/path", "takes an http or https URL"],
    ["localhost:8080", "takes an http or https URL"],
    ["ftp://a", "takes an http or https URL"],
    ["file:///etc/passwd", "takes an http or https URL"],
    ["http://", "takes an http or https URL"],
    ["http://user:word@a", "contains credentials"],
    ["http://user@a", "contains credentials"],
    ["http://a/?key=1", "leave out its query and fragment"],
    ["http://a/#b", "leave out its query and fragment"],
  ])("%j", (text, message) => {
    expect(() => readTarget(text)).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringContaining(message) }),
    );
  });

  test("credentials in it are not in the message", () => {
    expect(() => readTarget("http://user:secret-word@a")).toThrow(/^(?!.*secret-word)/);
  });
});
