import { createRequire } from "node:module";
import { UserError } from "../../src/internal/user-error.ts";
import type { Body } from "../../src/openapi/content.ts";
import { mapDocument } from "../../src/openapi/data.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { listOperations } from "../../src/openapi/operation.ts";
import { keysOf, type Pointer, pointTo } from "../../src/openapi/pointer.ts";
import { pointerOf } from "../../src/openapi/reference.ts";

const require = createRequire(import.meta.url);

/**
 * Renders a validator for each component schema and for each request and success body, compiled from the spec by Ajv.
 * The code imports nothing, so that validating bodies needs no schema compiler.
 *
 * @throws {UserError} If a schema needs a part of Ajv that cannot be inlined.
 */
export function renderValidators(document: OpenApiDocument): string {
  const names = new Map<Pointer, string>();
  const nameOf = (pointer: Pointer): string => {
    const name = names.get(pointer) ?? `check${names.size}`;
    names.set(pointer, name);
    return name;
  };
  const operations = listOperations(document).map(({ id, requestBody, successes }) => {
    const request = schemaOf(requestBody?.bodies);
    const fields = request === undefined ? [] : [`request: ${nameOf(request)}`];
    const responses = successes.flatMap(({ status, bodies }) => {
      const schema = schemaOf(bodies);
      return schema === undefined ? [] : [`"${status}": ${nameOf(schema)}`];
    });
    fields.push(`responses: { ${responses.join(", ")} }`);
    return `  ${id}: { ${fields.join(", ")} },`;
  });
  const schemas = Object.keys(document.components?.schemas ?? {}).map((name) => {
    return `  ${JSON.stringify(name)}: ${nameOf(pointTo(componentSchemas, name))},`;
  });
  return [
    "// @ts-nocheck",
    compile(document, names),
    "/** The validators of each operation's bodies: true, or false with the reasons in `errors`. */",
    `export const validators = {\n${operations.join("\n")}\n};\n`,
    "/** The validator of each component schema. */",
    `export const schemas = {\n${schemas.join("\n")}\n};\n`,
  ].join("\n");
}

/** The pointer of the first body's schema, a component's where it is one; undefined where there is none. */
function schemaOf([body]: readonly Body[] = []): Pointer | undefined {
  if (body?.schema === undefined) return undefined;
  const { $ref = "", ...besides } = body.schema;
  const isComponent = $ref.startsWith(`#${componentSchemas}/`) && Object.keys(besides).length === 0;
  return isComponent ? pointerOf($ref) : body.schemaPointer;
}

/** Compiles schemas, by pointer and with these names, to standalone functions. */
function compile(document: OpenApiDocument, schemas: ReadonlyMap<Pointer, string>): string {
  const { Ajv2020 } = require("ajv/dist/2020");
  const standalone = require("ajv/dist/standalone").default;
  // OpenAPI's own keywords are not JSON Schema, and an unknown format asserts nothing.
  const code = { source: true, esm: true, lines: true };
  const formats = patternFormats();
  // Lint validates schemas; doing it here too would double the time.
  const ajv = new Ajv2020({
    strict: false,
    logger: false,
    validateSchema: false,
    inlineRefs: false,
    // As the contract suite reads schemas: no object has a `constructor` of its own, and 0.07 is a multiple of 0.01.
    ownProperties: true,
    multipleOfPrecision: 9,
    formats,
    code,
  });
  const { components, ...rest } = prepare(document);
  ajv.addSchema({ ...rest, components: { ...components, schemas: {} } }, documentId);
  for (const [name, schema] of Object.entries(components?.schemas ?? {})) {
    ajv.addSchema(schema, idOf(pointTo(componentSchemas, name)));
  }
  const names = Object.fromEntries([...schemas].map(([pointer, name]) => [name, idOf(pointer)]));
  const compiled: string = standalone(ajv, names)
    .replace(/^"use strict";/, "")
    .replaceAll(/^export const /gm, "const ")
    // Ajv's small helpers are functions without dependencies.
    .replaceAll(
      /require\("(ajv\/dist\/runtime\/\w+)"\)\.default/g,
      (_: string, path: string) => `(${require(path).default})`,
    );
  if (compiled.includes("require(")) throw new UserError("A validator needs a part of Ajv that cannot be inlined.", 1);
  return withoutUnused(compiled);
}

/** Drops the schemas that Ajv writes into the code but no validator reads at run time. */
function withoutUnused(code: string): string {
  const seen = new Set<string>();
  const used = new Set<string>();
  for (const [name] of code.matchAll(/\bschema\d+\b/g)) (seen.has(name) ? used : seen).add(name);
  return code.replaceAll(/^const (schema\d+) = .*\n/gm, (line, name: string) => (used.has(name) ? line : ""));
}

/** The formats that are patterns, which Ajv inlines. Number formats add nothing to their type. */
function patternFormats(): Record<string, RegExp> {
  const { fastFormats } = require("ajv-formats/dist/formats");
  const entries = Object.entries<RegExp | { validate?: unknown }>(fastFormats).map(([name, format]) => {
    return [name, format instanceof RegExp ? format : format.validate] as const;
  });
  return Object.fromEntries(entries.filter((entry): entry is [string, RegExp] => entry[1] instanceof RegExp));
}

const documentId = "document:/";
const componentSchemas = "/components/schemas";

/** Gives each component schema an id, so that Ajv compiles a shared schema to one function. */
function idOf(pointer: Pointer): string {
  const [first, second, name, ...inner] = keysOf(pointer);
  if (name === undefined || pointTo("", first ?? "", second ?? "") !== componentSchemas)
    return `${documentId}#${encodeURI(pointer)}`;
  const within = inner.length > 0 ? `#${encodeURI(pointTo("", ...inner))}` : "";
  return `component:/${encodeURIComponent(name)}${within}`;
}

/** Returns the document with references by id, and without annotations, which Ajv would write into the code. */
function prepare(document: OpenApiDocument): OpenApiDocument {
  const notes = new Set(["title", "description", "summary", "externalDocs"]);
  return mapDocument(document, {
    // What a value must equal counts; what only shows or explains one does not.
    isDropped: (_, key) => key !== "enum" && key !== "const",
    change(node) {
      const kept = Object.entries(node).filter(([key]) => !notes.has(key));
      return Object.fromEntries(
        kept.map(([key, value]) => {
          const target = key === "$ref" && typeof value === "string" ? pointerOf(value) : undefined;
          return [key, target === undefined ? value : idOf(target)];
        }),
      );
    },
  });
}
