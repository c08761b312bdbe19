import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { families } from "../../../src/contract/cases/index.ts";
import type { TestCase } from "../../../src/contract/test-case.ts";
import { malformedTexts } from "../../../src/contract/values/json-texts/malformed.ts";
import { casesOf } from "./plan.ts";
import { workshop } from "./workshop.ts";

// Another validator than the suite's own.
const ajv = new Ajv2020({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv).addSchema({ ...workshop, $id: "workshop" });
const validate = ajv.compile({ $ref: "workshop#/components/schemas/Order" });

/** The things that are wrong: branches of a combination are its reasons, and a wrong type is no choice either. */
function errorsOf(body: unknown): string[] {
  if (validate(body)) return [];
  const errors = validate.errors ?? [];
  const combined = errors.filter(({ keyword }) => /^(anyOf|oneOf|not)$/.test(keyword));
  const isReason = (error: ErrorObject) =>
    combined.some((whole) => whole !== error && error.instancePath.startsWith(whole.instancePath));
  const own = errors.filter((error) => !isReason(error));
  const wrongTypes = new Set(own.filter(({ keyword }) => keyword === "type").map(({ instancePath }) => instancePath));
  return own
    .filter(({ keyword, instancePath }) => !(/^(enum|const)$/.test(keyword) && wrongTypes.has(instancePath)))
    .map(({ keyword, instancePath, params }) => `${instancePath} ${keyword} ${JSON.stringify(params)}`);
}

const cases = casesOf(workshop);
const bodyOf = ({ requests: [request] }: TestCase): unknown => JSON.parse(String(request?.body));
const refused = cases.filter(({ expected }) => expected.outcome === "refusal" && expected.class === "body");
const described = refused.filter(({ expected }) => "basis" in expected && expected.basis === "document");

test("every body that the document forbids has exactly one error", () => {
  // A whole other value lacks many things at once.
  const places = described.filter(({ family }) => family !== "body-syntax");
  const wrong = places.map((planned) => ({ id: planned.id, errors: errorsOf(bodyOf(planned)) }));
  expect(wrong.filter(({ errors }) => errors.length !== 1)).toEqual([]);
});

test("every other value of the whole body is forbidden", () => {
  const whole = described.filter(({ family }) => family === "body-syntax");
  const texts = ["null", "[]", "{}", '[{"name":"Ch', '"text"', "0", "false", '"{\\"name\\":\\'];
  expect(whole.map(({ id }) => id)).toEqual(texts.map((text) => `make/body-syntax/value-${text}`));
  expect(whole.filter((planned) => errorsOf(bodyOf(planned)).length === 0)).toEqual([]);
});

test("every body that must succeed is valid, however it is written", () => {
  const succeeding = cases.filter(({ expected }) => expected.outcome === "success");
  // The workshop has one body and one media type, and nothing of it can be read back.
  const absent = ["lifecycle", "other-media-types"];
  const negative = [...absent, "required", "type", "constraints", "additional-properties", "paths"];
  const positive = [...Object.keys(families), "recovery"].filter((family) => !negative.includes(family));
  expect(new Set(succeeding.map(({ family }) => family))).toEqual(new Set(positive));
  const wrong = succeeding.flatMap(({ id, requests }) =>
    requests.flatMap(({ body, headers }) => {
      // In chunks the bytes are not the JSON alone.
      if (body === undefined || headers.some(([name]) => /^transfer-encoding$/i.test(name))) return [];
      const errors = errorsOf(JSON.parse(body.toString()));
      return errors.length > 0 ? [{ id, errors }] : [];
    }),
  );
  expect(wrong).toEqual([]);
});

test("no malformed body is JSON", () => {
  const malformed = cases.filter(({ expected }) => expected.class === "syntax");
  const names = malformedTexts(JSON.stringify(bodyOf(cases[0] as TestCase))).map(({ name }) => name);
  expect(malformed.map(({ id }) => id)).toEqual(["blank", ...names].map((name) => `make/body-syntax/${name}`));
  for (const planned of malformed) expect(() => bodyOf(planned), planned.id).toThrow();
});

describe("every keyword of the schema has a test case", () => {
  const ids = described.map(({ id }) => id);
  test.each([
    "required//name/absent",
    "required//contact/mail/absent",
    "required//lines/0/item/absent",
    "required//lines/2/item of three/absent",
    "required//part/label/absent",
    "required//note/absent",
    "type//count/as-string",
    "type//lines/0/width/string",
    "type//either/string",
    "type//mixed/true",
    "type//limits/name/null",
    "type//pair/1/string",
    "constraints//name/too-short",
    "constraints//name/too-long-unicode",
    "constraints//both/too-long",
    "constraints//code/pattern-line-break",
    "constraints//loose/pattern-space-after",
    "constraints//count/minimum-off",
    "constraints//count/maximum-off",
    "constraints//price/exclusiveMinimum-at",
    "constraints//price/multiple-off-half",
    "constraints//kind/choice-unknown",
    "constraints//version/choice-upper-0",
    "constraints//tags/none",
    "constraints//tags/too-many",
    "constraints//limits/too-empty",
    "constraints//limits/too-full",
    "constraints//on/date-0",
    "constraints//at/date-time-0",
    "constraints//contact/both-phone",
    "additional-properties//property-unknownProperty",
    "additional-properties//lines/0/property-null-__unknown",
    "additional-properties//contact/property-unknownProperty",
  ])("%s", (name) => {
    expect(ids).toContain(`make/${name}`);
  });
});

describe("no negative test case sends what the schema allows", () => {
  const ids = refused.map(({ id }) => id);
  test.each([
    ["a property that is optional", "required//loose/absent"],
    ["an unknown property of an open object", "additional-properties//open/property-unknownProperty"],
    ["null where it is a type", "type//lines/0/width/null"],
    ["a property that the server gives", "type//id/number"],
  ])("%s", (_, name) => {
    expect(ids).not.toContain(`make/${name}`);
  });
});

test("a rejection of a body points to the keyword that forbids it", () => {
  const pointerOf = (name: string) => refused.find(({ id }) => id === `make/${name}`)?.pointer;
  const schema = "/components/schemas/Order";
  expect(pointerOf("required//name/absent")).toBe(`${schema}/required`);
  expect(pointerOf("type//count/as-string")).toBe(`${schema}/properties/count/type`);
  expect(pointerOf("constraints//part/label/too-short")).toBe("/components/schemas/Part/properties/label/minLength");
  expect(pointerOf("additional-properties//property-unknownProperty")).toBe(`${schema}/additionalProperties`);
});
