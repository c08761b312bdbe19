import { describe, expect, test } from "vitest";
import { createRedactor } from "../../../src/contract/report/redact.ts";

const key = "Key-of-4711";
const { text } = createRedactor({ value: key, variable: "API_KEY" });
const base64 = (value: string) => Buffer.from(value).toString("base64");

describe("no form of the key that a case sends is left in a text", () => {
  test.each([
    key,
    `${key}x`,
    key.slice(0, -1),
    key.slice(1),
    "kEY-OF-4711",
    `wrong-${[...key].reverse().join("")}`,
    base64(key),
    base64(`${key}:`),
    base64(`user:${key}`),
    encodeURIComponent(key),
  ])("%s", (form) => {
    const redacted = text(`Authorization: Bearer ${form}; and again ${form}`);
    expect(redacted).not.toContain(form);
    expect(redacted).toContain("API_KEY");
  });
});

test("a text without the key is left as it is", () => {
  expect(text("Bearer of other news")).toBe("Bearer of other news");
});

test("a key that is made up is no secret", () => {
  expect(createRedactor({ value: "made-up-key-1", variable: undefined }).text("made-up-key-1")).toBe("made-up-key-1");
});

test("a very short key does not garble texts", () => {
  expect(createRedactor({ value: "a", variable: "API_KEY" }).text("a banana")).toBe("a banana");
});
