import { createRequire } from "node:module";
import { ExplainedError } from "../command/explained-error.ts";
import type { MediaType, OpenApiDocument, Reference } from "../spec/document.ts";
import { listOperations, type PlacedOperation } from "../spec/operations.ts";
import { pointTo } from "../spec/pointer.ts";

const require = createRequire(import.meta.url);
const documentId = "openapi.json";

/**
 * A function for the body of each request and each success, compiled from the description by Ajv. The code stands alone:
 * it imports nothing, so that who checks bodies needs no schema compiler.
 */
export function renderValidators(document: OpenApiDocument): string {
  const operations = listOperations(document).map((placed) => ({ placed, ...bodiesOf(document, placed) }));
  const schemas = operations.flatMap(({ request, answers }) => [...(request ? [request] : []), ...answers]);
  const exports = operations.map(({ placed, request, answers }) => {
    const fields = [
      ...(request ? [`request: ${request.name}`] : []),
      `answers: { ${answers.map(({ status, name }) => `"${status}": ${name}`).join(", ")} }`,
    ];
    return `  ${placed.operation.operationId}: { ${fields.join(", ")} },`;
  });
  return [
    "// @ts-nocheck",
    compile(document, schemas),
    "/** The checks of each operation's bodies: true, or false with the reasons in `errors`. */",
    `export const validators = {\n${exports.join("\n")}\n};\n`,
  ].join("\n");
}

/** A schema of the document: where it stands, and the name of its function. */
interface BodySchema {
  name: string;
  pointer: string;
}

function bodiesOf(document: OpenApiDocument, { operation, method, path }: PlacedOperation) {
  const id = operation.operationId ?? "";
  const place = pointTo("", "paths", path, method);
  const request = schemaIn(document, operation.requestBody, pointTo(place, "requestBody"));
  const answers = Object.entries(operation.responses ?? {})
    .filter(([status]) => status.startsWith("2"))
    .flatMap(([status, response]) => {
      const pointer = schemaIn(document, response, pointTo(place, "responses", status));
      return pointer ? [{ status, pointer, name: `${id}_${status}` }] : [];
    });
  return { request: request && { pointer: request, name: `${id}_request` }, answers };
}

/** The pointer of a body's schema; undefined where there is none. */
function schemaIn(document: OpenApiDocument, owner: object | undefined, pointer: string): string | undefined {
  if (owner === undefined) return undefined;
  if ("$ref" in owner) {
    const target = (owner as Reference).$ref.slice(1);
    const [, , kind = "", name = ""] = target.split("/");
    return schemaIn(document, document.components?.[kind]?.[name] as object | undefined, target);
  }
  const { content = {} } = owner as { content?: Record<string, MediaType> };
  const [name, mediaType] = Object.entries(content)[0] ?? [];
  return name && mediaType?.schema ? pointTo(pointer, "content", name, "schema") : undefined;
}

function compile(document: OpenApiDocument, schemas: BodySchema[]): string {
  const { Ajv2020 } = require("ajv/dist/2020");
  const standalone = require("ajv/dist/standalone").default;
  // OpenAPI's own keywords are no part of JSON Schema, and an unknown format says nothing.
  const code = { source: true, esm: true, lines: true };
  const ajv = new Ajv2020({ strict: false, logger: false, formats: patternFormats(), code });
  ajv.addSchema(withoutNotes(document), documentId);
  const names = Object.fromEntries(schemas.map(({ name, pointer }) => [name, `${documentId}#${encodeURI(pointer)}`]));
  const compiled: string = standalone(ajv, names)
    .replace(/^"use strict";/, "")
    .replaceAll(/^export const /gm, "const ")
    // Ajv's small helpers are functions that need nothing else.
    .replaceAll(
      /require\("(ajv\/dist\/runtime\/\w+)"\)\.default/g,
      (_: string, path: string) => `(${require(path).default})`,
    );
  if (compiled.includes("require("))
    throw new ExplainedError("A validator needs a part of Ajv that cannot stand alone.", 1);
  return compiled;
}

/** The formats that are patterns, which Ajv writes into its code. Those of numbers add nothing to their type. */
function patternFormats(): Record<string, RegExp> {
  const { fastFormats } = require("ajv-formats/dist/formats");
  const entries = Object.entries<RegExp | { validate?: unknown }>(fastFormats).map(([name, format]) => {
    return [name, format instanceof RegExp ? format : format.validate] as const;
  });
  return Object.fromEntries(entries.filter((entry): entry is [string, RegExp] => entry[1] instanceof RegExp));
}

/** The document without what schemas say to people alone, which Ajv would write into its code. */
function withoutNotes(document: OpenApiDocument): OpenApiDocument {
  const notes = new Set(["title", "description", "summary", "example", "examples", "externalDocs", "x-codeSamples"]);
  const namesOf = new Set(["properties", "patternProperties", "$defs", "dependentSchemas", "schemas"]);
  const strip = (node: unknown, isNames: boolean): unknown => {
    if (Array.isArray(node)) return node.map((item) => strip(item, false));
    if (typeof node !== "object" || node === null) return node;
    const kept = Object.entries(node).filter(([key]) => isNames || !notes.has(key));
    return Object.fromEntries(kept.map(([key, value]) => [key, strip(value, !isNames && namesOf.has(key))]));
  };
  return strip(document, false) as OpenApiDocument;
}
