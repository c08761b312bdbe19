import { Ajv2020, type ErrorObject, type Format, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { mapDocument } from "../../openapi/data.ts";
import type { OpenApiDocument, Schema } from "../../openapi/document.ts";
import { type Pointer, pointTo } from "../../openapi/pointer.ts";
import { type OneWayKeyword, withoutRequired } from "./direction.ts";
import { nullableSchema } from "./upgrade.ts";

/** Direction of a value: requests need no `readOnly` properties, responses no `writeOnly` ones. */
export type Direction = "request" | "response";

/** A keyword that a value violates, and where. */
export interface SchemaError {
  /** Location in the value. For a missing or unknown property, the location of that property. */
  path: Pointer;
  keyword: string;
  /** In words: `must be string`. */
  message: string;
  /** Pointer to the keyword in the document. */
  pointer: Pointer;
}

/** Validates a value and returns its errors. An error of `anyOf`, `oneOf` or `if` stands for those of its branches, but of a branch and null. */
export type Validate = (value: unknown) => SchemaError[];

/** The schemas of a document, compiled on demand. */
export interface Schemas {
  /** @throws {Error} if the schema there does not compile: a `$ref` leads nowhere, a pattern is invalid. */
  compile(pointer: Pointer, direction: Direction): Validate;
}

const documentId = "openapi.json";

/** Compiles a document's schemas for both directions, by JSON Schema 2020-12 with formats asserted. */
export function compileSchemas(document: OpenApiDocument): Schemas {
  const sides = { request: side(document, "readOnly", true), response: side(document, "writeOnly", false) };
  return { compile: (pointer, direction) => sides[direction](pointer) };
}

/**
 * How many compiled schemas are kept for each direction. Operations are tested one after another, so old schemas are not
 * needed again: a document with thousands takes no more memory than one with hundreds.
 */
const mostKept = 1000;

function side(document: OpenApiDocument, absent: OneWayKeyword, strictNumbers: boolean) {
  let source: { oneWay: OpenApiDocument; pointers: Map<unknown, Pointer> } | undefined;
  let ajv: Ajv2020 | undefined;
  const compiled = new Map<Pointer, Validate>();
  return (pointer: Pointer): Validate => {
    const known = compiled.get(pointer);
    if (known) return known;
    if (compiled.size >= mostKept) {
      compiled.clear();
      ajv = undefined;
    }
    source ??= readSource(withoutRequired(withoutData(document), absent));
    ajv ??= createAjv(source.oneWay, strictNumbers);
    const { pointers } = source;
    const check = ajv.compile({ $ref: `${documentId}#${encodeURI(pointer)}` });
    const validate: Validate = (value) => errorsOf(check, value, pointers);
    compiled.set(pointer, validate);
    return validate;
  };
}

/** Without what Ajv would take for schemas: it looks for `$id` everywhere. What `enum` and `const` hold, it passes over. */
function withoutData(document: OpenApiDocument): OpenApiDocument {
  return mapDocument(document, { isDropped: (_, key) => key !== "enum" && key !== "const" });
}

function readSource(oneWay: OpenApiDocument) {
  const pointers = new Map<unknown, Pointer>();
  notePointers(oneWay, "", pointers);
  return { oneWay, pointers };
}

/** @param strictNumbers Whether a number must fit a double. What a response repeats, such as 1e999, need not. */
function createAjv(document: OpenApiDocument, strictNumbers: boolean): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    strictNumbers,
    allErrors: true,
    verbose: true,
    logger: false,
    // Linting a spec is another tool's job; here it would double the time that compiling takes.
    validateSchema: false,
    // Otherwise every object would have a property such as "constructor".
    ownProperties: true,
    // 1.1 is a multiple of 0.01, whatever the remainder of two doubles is.
    multipleOfPrecision: 9,
    code: { regExp: lenientRegExp },
  });
  addFormats.default(ajv);
  for (const [name, pattern] of Object.entries(stricterFormats)) {
    ajv.addFormat(name, tightened(ajv.formats[name], pattern));
  }
  ajv.addSchema(document, documentId);
  return ajv;
}

function errorsOf(check: ValidateFunction, value: unknown, pointers: Map<unknown, Pointer>): SchemaError[] {
  if (check(value)) return [];
  const errors = withoutNullBranches(check.errors ?? []).map((error) => readError(error, pointers));
  const whole = errors.filter((error, index) => {
    if (errors.slice(index + 1).some((later) => isBranch(error, later))) return false;
    // What is wrong elsewhere keeps properties from counting as evaluated.
    return !error.keyword.startsWith("unevaluated") || errors.every(({ keyword }) => keyword.startsWith("unevaluated"));
  });
  return whole.map(({ path, keyword, message, pointer }) => ({ path, keyword, message, pointer }));
}

/** Without the alternative of null where the value is not null: the errors of the other one stand for both. */
function withoutNullBranches(errors: readonly ErrorObject[]): ErrorObject[] {
  const branches = new Set<unknown>(errors.flatMap((error) => nullBranchOf(error) ?? []));
  return errors.filter((error) => !branches.has(error.parentSchema) && nullBranchOf(error) === undefined);
}

/** The branch `{ type: "null" }` of two; undefined for other errors, and where null itself is the value. */
function nullBranchOf({ keyword, parentSchema, data }: ErrorObject): object | undefined {
  if ((keyword !== "anyOf" && keyword !== "oneOf") || data === null) return undefined;
  const branches = parentSchema?.[keyword] as Schema[];
  return branches.length === 2 ? branches.find(({ type }) => type === "null") : undefined;
}

/** An error, with what shows whether other errors are only its causes. */
interface ReadError extends SchemaError {
  instancePath: Pointer;
  /** Where the schema stands that has the keyword. */
  owner: Pointer;
  /** Whether one of the keyword's schemas stands elsewhere. */
  refers: boolean;
}

function readError(error: ErrorObject, pointers: Map<unknown, Pointer>) {
  const { keyword, instancePath, params, message, parentSchema, schemaPath } = error;
  const property = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
  // The schema `false` is no object with a known location: use the path that Ajv took.
  const isNothing = keyword === "false schema";
  const owner = pointers.get(parentSchema) ?? schemaPath.replace(/^[^#]*#|\/false schema$/g, "");
  return {
    path: property === undefined ? instancePath : pointTo(instancePath, property),
    keyword,
    message: wordsFor(keyword, params, message),
    pointer: isNothing ? owner : pointTo(owner, keyword),
    instancePath,
    owner,
    refers: combining.test(keyword) && JSON.stringify(parentSchema).includes('"$ref"'),
  } satisfies ReadError;
}

const combining = /^(anyOf|oneOf|if|not|contains|propertyNames)$/;

/** Whether an error is only the cause of a later one, about a combination of schemas. */
function isBranch({ instancePath, owner }: ReadError, whole: ReadError): boolean {
  if (!combining.test(whole.keyword)) return false;
  if (instancePath !== whole.instancePath && !instancePath.startsWith(`${whole.instancePath}/`)) return false;
  if (owner !== whole.owner && !owner.startsWith(`${whole.owner}/`)) return whole.refers;
  const branches = whole.keyword === "if" ? ["if", "then", "else"] : [whole.keyword];
  return branches.some((name) => owner.startsWith(`${whole.owner}/${name}`));
}

function wordsFor(keyword: string, params: Record<string, unknown>, message = "is not valid"): string {
  if (keyword === "enum") return `must be one of ${JSON.stringify(params.allowedValues)}`;
  if (keyword === "const") return `must be ${JSON.stringify(params.allowedValue)}`;
  if (/^(additional|unevaluated)Properties$/.test(keyword)) return "must not be there: no other properties are allowed";
  return keyword === "required" ? "is required" : message;
}

/** Notes the pointer of each object of the document, for errors to cite. */
function notePointers(node: unknown, pointer: Pointer, pointers: Map<unknown, Pointer>): void {
  if (typeof node !== "object" || node === null) return;
  if (!Array.isArray(node)) pointers.set(node, pointer);
  const nullable = nullableSchema(node as Schema);
  if (nullable === undefined) {
    for (const [key, value] of Object.entries(node)) notePointers(value, pointTo(pointer, key), pointers);
  } else notePointers(nullable, pointer, pointers);
}

/** Formats of which Ajv accepts more than their definition: a UUID as a URN, a space in place of the T. */
const stricterFormats: Record<string, RegExp> = { uuid: /^[^:]*$/, "date-time": /^[^ ]*$/ };

function tightened(format: Format | undefined, pattern: RegExp): (text: string) => boolean {
  const definition =
    typeof format === "object" && !(format instanceof RegExp) ? (format as { validate?: unknown }).validate : format;
  return (text) => {
    if (!pattern.test(text)) return false;
    if (definition instanceof RegExp) return definition.test(text);
    return typeof definition === "function" ? Boolean(definition(text)) : true;
  };
}

/** JSON Schema asks for Unicode patterns; many documents have some that are valid only without. */
function lenientRegExp(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return new RegExp(pattern, flags.replace("u", ""));
  }
}
lenientRegExp.code = "lenientRegExp";
