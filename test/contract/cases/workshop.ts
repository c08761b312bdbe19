import { documentWith } from "./plan.ts";

const text = { type: "string" };

/** A schema that has a bit of everything, in which no two keywords forbid the same. */
const order = {
  type: "object",
  additionalProperties: false,
  required: ["name", "count", "price", "kind", "tags", "lines", "contact", "code"],
  dependentRequired: { gift: ["note"] },
  properties: {
    id: { type: "string", format: "uuid", readOnly: true },
    name: { type: "string", minLength: 2, maxLength: 12, example: "Chair" },
    code: { type: "string", pattern: "^[A-Z]{2}-[0-9]{3}$", example: "AB-123" },
    loose: { type: "string", pattern: "^[\\w-.]+$" },
    count: { type: "integer", minimum: 1, maximum: 10 },
    price: { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1000, multipleOf: 0.5 },
    kind: { enum: ["chair", "table", 3, null] },
    version: { const: "v1" },
    tags: {
      type: "array",
      minItems: 1,
      maxItems: 2,
      uniqueItems: true,
      items: { type: "string", minLength: 1, maxLength: 20 },
    },
    lines: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        additionalProperties: false,
        required: ["item", "notes"],
        properties: {
          item: { type: "string", format: "uuid" },
          notes: { type: "array", maxItems: 5, items: { type: "string", minLength: 1 } },
          width: { type: ["integer", "null"], minimum: 5 },
        },
      },
    },
    contact: { oneOf: [{ $ref: "#/components/schemas/Mail" }, { $ref: "#/components/schemas/Phone" }] },
    either: { anyOf: [{ type: "integer", minimum: 3 }, { type: "boolean" }] },
    mixed: { type: ["integer", "string"], example: 5 },
    pair: { type: "array", prefixItems: [text, { type: "integer" }], items: false, minItems: 2 },
    part: { $ref: "#/components/schemas/Part" },
    limits: {
      type: "object",
      minProperties: 1,
      maxProperties: 3,
      additionalProperties: { type: "integer", minimum: 0 },
    },
    open: { type: "object", properties: { a: { type: "boolean" } }, required: ["a"] },
    both: { allOf: [{ type: "string", minLength: 3 }, { maxLength: 6 }] },
    unlike: { type: "string", not: { const: "forbidden" } },
    gift: { type: "boolean" },
    note: { type: ["string", "null"], maxLength: 50 },
    on: { type: "string", format: "date" },
    at: { type: "string", format: "date-time" },
    link: { type: "string", format: "uri" },
  },
};

const schemas = {
  Order: order,
  Mail: {
    type: "object",
    additionalProperties: false,
    required: ["mail"],
    properties: { mail: { type: "string", format: "email" } },
  },
  Phone: {
    type: "object",
    additionalProperties: false,
    required: ["phone"],
    properties: { phone: { type: "string", minLength: 3 } },
  },
  Part: {
    type: "object",
    required: ["label"],
    properties: { label: { ...text, minLength: 1 }, inner: { $ref: "#/components/schemas/Part" } },
  },
};

const response = { description: "As asked.", content: { "application/json": { schema: { type: "object" } } } };
const refused = { description: "No." };

/** A document with that schema, and with parameters and a key. */
export const workshop = documentWith(
  { $ref: "#/components/schemas/Order" },
  {
    components: { schemas, securitySchemes: { key: { type: "http", scheme: "bearer" } } },
    security: [{ key: [] }],
  },
  {
    "x-contract": { idempotencyKey: "$request.header.Idempotency-Key" },
    parameters: [
      { name: "size", in: "query", required: true, schema: { type: "integer", minimum: 1, maximum: 50 } },
      { name: "sort", in: "query", schema: { enum: ["up", "down"] } },
      { name: "X-Trace", in: "header", schema: { type: "string", maxLength: 8 } },
    ],
    responses: { 201: response, 400: refused, 401: refused, 415: refused, 422: refused },
  },
);
