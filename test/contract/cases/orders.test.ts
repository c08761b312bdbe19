import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import type { TestCase } from "../../../src/contract/test-case.ts";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";
import { readOrdersDocument } from "../reference-provider/orders/provider.ts";
import { casesOf } from "./plan.ts";

const document = (await readOrdersDocument()) as unknown as OpenApiDocument;

// Another compilation of the schema than the suite's own.
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv).addSchema(document, "orders");
const schema = "/paths/~1v1~1orders/post/requestBody/content/application~1json/schema";
const validate = ajv.compile({ $ref: `orders#${schema}` });
const isValid = (body: Buffer | undefined) => validate(JSON.parse(String(body)));

describe("the test cases of an operation with a rich schema", () => {
  const own = casesOf(document).filter(({ operation }) => operation.id === "placeOrder");

  test("that must be rejected for their body are invalid by another compilation of the schema", () => {
    // Common validators differ about the others.
    const isCertain = ({ expected }: TestCase) => "basis" in expected && expected.basis === "document";
    const rejected = own.filter((testCase) => testCase.expected.class === "body" && isCertain(testCase));
    expect(new Set(rejected.map(({ family }) => family))).toEqual(
      new Set(["required", "type", "constraints", "additional-properties", "body-syntax"]),
    );
    expect(rejected.filter(({ requests: [request] }) => isValid(request?.body)).map(({ id }) => id)).toEqual([]);
  });

  test("that must succeed have valid bodies", () => {
    const plain = own.filter(({ expected, id }) => expected.outcome === "success" && !id.endsWith("/chunked"));
    expect(plain.map(({ id }) => id)).toContain("placeOrder/examples/valid");
    const invalid = plain.filter(({ requests }) => requests.some(({ body }) => !isValid(body)));
    expect(invalid.map(({ id }) => id)).toEqual([]);
  });
});
