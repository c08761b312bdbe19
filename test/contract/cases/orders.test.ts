import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { compileSchemas } from "../../../src/contract/model/schemas.ts";
import { upgradeTo31 } from "../../../src/contract/model/upgrade.ts";
import { type Planned, planCases } from "../../../src/contract/run/plan.ts";
import type { Shard } from "../../../src/contract/run/shard.ts";
import type { TestCase } from "../../../src/contract/test-case.ts";
import type { OpenApiDocument, Schema } from "../../../src/openapi/document.ts";
import { startProvider } from "../reference-provider/start.ts";

const { document: orders } = await startProvider("orders").then(async (provider) => {
  await provider.close();
  return provider as unknown as { document: OpenApiDocument };
});

function plan(document: OpenApiDocument, options: { seed?: number; shard?: Shard } = {}): Planned[] {
  const upgraded = upgradeTo31(document);
  const token = { value: "key-of-4711", variable: "API_KEY" };
  const schemas = compileSchemas(upgraded);
  return [
    ...planCases({
      document: upgraded,
      schemas,
      requestOverrides: new Map(),
      basePath: "",
      seed: 1,
      token,
      ...options,
    }),
  ];
}

function casesOf(document: OpenApiDocument, options?: { seed?: number; shard?: Shard }): TestCase[] {
  return plan(document, options).flatMap((planned) => ("case" in planned ? [planned.case] : []));
}

/** A document with one operation that takes a body of that schema. */
function documentWith(schema: unknown, more: object = {}): OpenApiDocument {
  const content = { "application/json": { schema: schema as Schema } };
  const responses = { 200: { description: "Fine.", content: { "application/json": { schema: { type: "object" } } } } };
  const paths = { "/things": { post: { operationId: "make", requestBody: { required: true, content }, responses } } };
  return { openapi: "3.1.0", info: { title: "Things", version: "1" }, paths, ...more };
}

const bytesOf = (cases: TestCase[]) =>
  cases.map(({ id, requests }) => [id, ...requests.map(({ body }) => body?.toString("base64"))]);

describe("the cases of a rich document", () => {
  const cases = casesOf(orders);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv).addSchema(orders, "orders");
  const schema = "/paths/~1v1~1orders/post/requestBody/content/application~1json/schema";
  const validate = ajv.compile({ $ref: `orders#${schema}` });
  const own = cases.filter(
    ({ operation, family }) => operation.id === "placeOrder" && !/^(body|media-type|credentials)$/.test(family),
  );

  test("have names of their own", () => {
    expect(cases.length).toBeGreaterThan(1_000);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  test("that must be refused for their body are invalid by another compilation of the schema", () => {
    const refused = own.filter(({ expected }) => expected.outcome === "refusal" && expected.class === "body");
    expect(refused.length).toBeGreaterThan(300);
    const disputed = (testCase: TestCase) =>
      "basis" in testCase.expected && testCase.expected.basis === "recommendation";
    const valid = refused.filter(({ requests }) => validate(JSON.parse(String(requests[0]?.body))));
    // What common checks differ about is advice.
    expect(valid.filter((testCase) => !disputed(testCase)).map(({ id }) => id)).toEqual([]);
  });

  test("that must succeed have valid bodies", () => {
    const succeeding = own.filter(({ expected }) => expected.outcome === "success");
    expect(succeeding.length).toBeGreaterThan(200);
    for (const { id, requests } of succeeding) {
      for (const { body } of requests) expect(validate(JSON.parse(String(body))), id).toBe(true);
    }
  });

  test("are the same with the same seed, to the byte", () => {
    expect(JSON.stringify(bytesOf(casesOf(orders))) === JSON.stringify(bytesOf(cases))).toBe(true);
  });

  test("differ with another seed in what is chosen by chance, not in what is missing or of a wrong type", () => {
    const other = casesOf(orders, { seed: 2 });
    const namesOf = (list: TestCase[]) =>
      list.filter(({ family }) => /^(missing|types|closed)$/.test(family)).map(({ id }) => id);
    expect(namesOf(other)).toEqual(namesOf(cases));
    const pairsOf = (list: TestCase[]) => JSON.stringify(bytesOf(list.filter(({ family }) => family === "pairs")));
    expect(pairsOf(other) === pairsOf(cases)).toBe(false);
  });

  test("are split into shards, each case in one", () => {
    const shards = [1, 2, 3].map((index) => casesOf(orders, { shard: { index, total: 3 } }));
    const ids = shards.flatMap((shard) => shard.map(({ id }) => id)).filter((id) => !id.includes("/recovery/"));
    const all = cases.map(({ id }) => id).filter((id) => !id.includes("/recovery/"));
    expect(ids.sort()).toEqual(all.sort());
  });
});

describe("documents of all sorts give cases, or a line that says what was skipped", () => {
  const string = { type: "string" };
  test.each<[string, OpenApiDocument]>([
    [
      "a recursive schema",
      documentWith(
        { $ref: "#/components/schemas/Node" },
        {
          components: {
            schemas: { Node: { type: "object", properties: { next: { $ref: "#/components/schemas/Node" } } } },
          },
        },
      ),
    ],
    [
      "allOf",
      documentWith({
        allOf: [
          { type: "object", required: ["a"], properties: { a: string } },
          { properties: { b: { type: "integer", minimum: 3 } }, required: ["b"] },
        ],
      }),
    ],
    [
      "oneOf with a discriminator",
      documentWith(
        {
          oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
          discriminator: { propertyName: "kind" },
        },
        {
          components: {
            schemas: {
              Cat: { type: "object", required: ["kind"], properties: { kind: { const: "Cat" } } },
              Dog: { type: "object", required: ["kind", "bark"], properties: { kind: { const: "Dog" }, bark: string } },
            },
          },
        },
      ),
    ],
    [
      "anyOf and not",
      documentWith({
        type: "object",
        properties: { a: { anyOf: [string, { type: "integer" }] }, b: { not: string } },
        required: ["a"],
      }),
    ],
    [
      "prefixItems",
      documentWith({ type: "array", prefixItems: [string, { type: "integer" }], items: false, minItems: 2 }),
    ],
    [
      "dependentRequired and unevaluatedProperties",
      documentWith({
        type: "object",
        properties: { a: string, b: string },
        dependentRequired: { a: ["b"] },
        unevaluatedProperties: false,
      }),
    ],
    [
      "a $ref with siblings",
      documentWith({ $ref: "#/components/schemas/Name", maxLength: 3 }, { components: { schemas: { Name: string } } }),
    ],
    ["a schema of true", documentWith(true)],
    ["no schema", documentWith(undefined)],
    [
      "a pattern that Unicode mode refuses",
      documentWith({ type: "object", properties: { a: { type: "string", pattern: "^[\\w-.]+$" } }, required: ["a"] }),
    ],
    [
      "great bounds",
      documentWith({
        type: "object",
        properties: { a: { type: "string", maxLength: 1e9 }, b: { type: "array", items: string, maxItems: 1e9 } },
        required: ["a", "b"],
      }),
    ],
    [
      "OpenAPI 3.0",
      {
        ...documentWith({
          type: "object",
          properties: {
            a: { type: "string", nullable: true },
            b: { type: "number", minimum: 1, exclusiveMinimum: true },
          },
          required: ["a", "b"],
        }),
        openapi: "3.0.3",
      },
    ],
  ])("%s", (_, document) => {
    const cases = casesOf(document);
    expect(cases.length).toBeGreaterThan(30);
    expect(cases.filter(({ expected }) => expected.outcome === "success").length).toBeGreaterThan(3);
  });

  test.each<[string, OpenApiDocument, RegExp]>([
    [
      "a $ref that leads nowhere",
      documentWith({ $ref: "#/components/schemas/Nothing" }),
      /schemas cannot be used: .*Nothing/,
    ],
    [
      "a pattern that is none",
      documentWith({ type: "object", properties: { a: { type: "string", pattern: "(" } } }),
      /schemas cannot be used: .*\(/,
    ],
    [
      "a body that nothing satisfies",
      documentWith({ type: "object", required: ["a"], properties: { a: false } }),
      /no valid body could be built/,
    ],
  ])("%s", (_, document, why) => {
    const [planned, ...others] = plan(document);
    expect(others).toEqual([]);
    expect(planned && "skipped" in planned ? planned.skipped.why : "").toMatch(why);
  });

  test("a thousand operations are planned one by one", () => {
    const one = documentWith({ type: "object", properties: { a: string }, required: ["a"] });
    const item = one.paths?.["/things"] as { post: object };
    const paths = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, index) => [
        `/things/${index}`,
        { post: { ...item.post, operationId: `make${index}` } },
      ]),
    );
    let cases = 0;
    let operations = 0;
    const upgraded = upgradeTo31({ ...one, paths });
    const token = { value: "k", variable: undefined };
    const options = {
      document: upgraded,
      schemas: compileSchemas(upgraded),
      requestOverrides: new Map(),
      basePath: "",
      seed: 1,
      token,
    };
    for (const planned of planCases({ ...options, only: ["examples", "required"] })) {
      if (!("case" in planned)) continue;
      cases++;
      if (planned.case.id.endsWith("/examples/valid")) operations++;
    }
    expect(operations).toBe(1_000);
    expect(cases).toBeGreaterThan(3_000);
  });
});
