import { expect, test } from "vitest";
import { readToken } from "../../../src/contract/run/token.ts";

test.each(["key-4711", "Token key-4711"])("the key may be %j", (value) => {
  expect(readToken("API_KEY", { API_KEY: value })).toEqual({ value, variable: "API_KEY" });
});

test.each([" key", "key ", "a  key", "key\n", "k\tey", "schlüssel"])("the key may not be %j", (value) => {
  expect(() => readToken("API_KEY", { API_KEY: value })).toThrow(
    expect.objectContaining({
      exitCode: 2,
      message: expect.stringMatching(/^The environment variable API_KEY holds [^:]*\.$/),
    }),
  );
});
