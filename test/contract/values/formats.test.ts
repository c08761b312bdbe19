import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { formatExamples, formatNearMisses } from "../../../src/contract/values/formats.ts";

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
const holds = (format: string, text: string) => ajv.validate({ type: "string", format }, text);

describe("what is surely of a format is, by another check", () => {
  test.each(Object.keys(formatExamples))("%s", (format) => {
    expect(formatExamples[format]).not.toEqual([]);
    for (const text of formatExamples[format] ?? []) expect(holds(format, text), text).toBe(true);
  });
});

describe("what is near a format is not of it, by another check", () => {
  test.each(Object.keys(formatNearMisses))("%s", (format) => {
    const [valid = ""] = formatExamples[format] ?? [];
    const misses = formatNearMisses[format]?.(valid) ?? [];
    expect(misses).not.toEqual([]);
    const taken = misses.filter(({ value, disputed }) => !disputed && holds(format, value));
    expect(taken.map(({ value }) => value)).toEqual([]);
  });
});

describe("what is near a UUID is no UUID, whichever it is made from", () => {
  const uuids = [
    ["of digits alone", "12345678-1234-4234-8234-123456789012"],
    ["of letters where it may", "abcdefab-abcd-4bcd-abcd-abcdefabcdef"],
    ["in capitals", "0F5A8AC1-6C4B-4D29-9A51-0A7F6D3C2B10"],
    ["of zeros", "00000000-0000-0000-0000-000000000000"],
  ];
  test.each(uuids)("%s", (_, uuid = "") => {
    const misses = formatNearMisses.uuid?.(uuid) ?? [];
    expect(misses.filter(({ value, disputed }) => !disputed && holds("uuid", value)).map(({ value }) => value)).toEqual(
      [],
    );
  });
});
