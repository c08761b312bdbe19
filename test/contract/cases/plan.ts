import { compileSchemas } from "../../../src/contract/model/schemas.ts";
import { upgradeTo31 } from "../../../src/contract/model/upgrade.ts";
import { type Planned, type PlanOptions, planCases } from "../../../src/contract/run/plan.ts";
import type { TestCase } from "../../../src/contract/test-case.ts";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";
import { keysOf } from "../model/keys.ts";

type Options = Partial<Omit<PlanOptions, "document" | "schemas">>;

/** The plan of a document, as a run makes it. */
export function plan(document: OpenApiDocument, options: Options = {}): Planned[] {
  const upgraded = upgradeTo31(document);
  const common = {
    requestOverrides: new Map(),
    basePath: "",
    seed: 1,
    keys: keysOf({ value: "key-of-4711", variable: "API_KEY" }),
  };
  return [...planCases({ ...common, ...options, document: upgraded, schemas: compileSchemas(upgraded) })];
}

/** The cases of a document. */
export function casesOf(document: OpenApiDocument, options?: Options): TestCase[] {
  return plan(document, options).flatMap((planned) => ("case" in planned ? [planned.case] : []));
}

/** Why parts of a document are skipped. */
export function skipsOf(document: OpenApiDocument): string[] {
  return plan(document).flatMap((planned) => ("skipped" in planned ? [planned.skipped.why] : []));
}

/** The cases of one family of a document. */
export function familyOf(document: OpenApiDocument, family: string, options?: Options): TestCase[] {
  return casesOf(document, { ...options, only: [family] }).filter((planned) => planned.family === family);
}

/** A document with one operation that takes a body of that schema, and what else the document and the operation have. */
export function documentWith(schema: unknown, more: object = {}, operation: object = {}): OpenApiDocument {
  const requestBody = { required: true, content: { "application/json": { schema } } };
  const responses = { 200: { description: "Fine.", content: { "application/json": { schema: { type: "object" } } } } };
  const post = { operationId: "make", requestBody, responses, ...operation };
  return { openapi: "3.1.0", info: { title: "Things", version: "1" }, paths: { "/things": { post } }, ...more };
}

/** What goes over the wire, to be compared. */
export function bytesOf(cases: TestCase[]): string {
  const texts = cases.map(({ id, requests }) => [
    id,
    ...requests.map(({ body, ...head }) => [head, body?.toString("base64")]),
  ]);
  return JSON.stringify(texts);
}
