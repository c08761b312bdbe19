import { Ajv2020, type ErrorObject, type Format, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { OpenApiDocument } from "../../openapi/document.ts";
import { type Pointer, pointTo } from "../../openapi/pointer.ts";
import { type Mark, withoutRequired } from "./direction.ts";

/** Which way a value goes: `readOnly` properties are not asked of requests, `writeOnly` ones not of answers. */
export type Direction = "request" | "response";

/** One keyword that does not hold, at one place. */
export interface SchemaError {
  /** The place in the value. For a missing or an unknown property, its own place. */
  path: Pointer;
  keyword: string;
  /** In words: `must be string`. */
  message: string;
  /** Where the document says so. */
  pointer: Pointer;
}

/** Checks a value: empty where it is valid. A keyword of `anyOf`, `oneOf` or `if` stands for its branches. */
export type Validate = (value: unknown) => SchemaError[];

/** The schemas of a document, compiled when they are wanted. */
export interface Schemas {
  /** @throws {Error} where the schema there cannot be compiled: a `$ref` that leads nowhere, a pattern that is none. */
  compile(pointer: Pointer, direction: Direction): Validate;
}

const documentId = "openapi.json";

/** Both directions of the document's schemas, by JSON Schema 2020-12 with formats asserted. */
export function compileSchemas(document: OpenApiDocument): Schemas {
  const sides = { request: side(document, "readOnly"), response: side(document, "writeOnly") };
  return { compile: (pointer, direction) => sides[direction](pointer) };
}

/**
 * Schemas that are kept compiled, each way. Operations are judged one after another, so that those of long ago are not asked
 * for again: a document of thousands takes no more memory than one of some hundred.
 */
const mostKept = 1000;

function side(document: OpenApiDocument, absent: Mark) {
  let source: { oneWay: OpenApiDocument; places: Map<unknown, Pointer> } | undefined;
  let ajv: Ajv2020 | undefined;
  const compiled = new Map<Pointer, Validate>();
  return (pointer: Pointer): Validate => {
    const known = compiled.get(pointer);
    if (known) return known;
    if (compiled.size >= mostKept) {
      compiled.clear();
      ajv = undefined;
    }
    source ??= readSource(withoutRequired(document, absent));
    ajv ??= createAjv(source.oneWay);
    const { places } = source;
    const check = ajv.compile({ $ref: `${documentId}#${encodeURI(pointer)}` });
    const validate: Validate = (value) => faultsOf(check, value, places);
    compiled.set(pointer, validate);
    return validate;
  };
}

function readSource(oneWay: OpenApiDocument) {
  const places = new Map<unknown, Pointer>();
  notePlaces(oneWay, "", places);
  return { oneWay, places };
}

function createAjv(document: OpenApiDocument): Ajv2020 {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    verbose: true,
    logger: false,
    // Lint judges schemas; here it would double the time that compiling takes.
    validateSchema: false,
    // A property such as "constructor" is there only where the value has it.
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

function faultsOf(check: ValidateFunction, value: unknown, places: Map<unknown, Pointer>): SchemaError[] {
  if (check(value)) return [];
  const faults = (check.errors ?? []).map((error) => readError(error, places));
  const whole = faults.filter((fault, index) => {
    if (faults.slice(index + 1).some((later) => isBranch(fault, later))) return false;
    // What is wrong elsewhere keeps properties from counting as evaluated.
    return !fault.keyword.startsWith("unevaluated") || faults.every(({ keyword }) => keyword.startsWith("unevaluated"));
  });
  return whole.map(({ path, keyword, message, pointer }) => ({ path, keyword, message, pointer }));
}

/** A fault, and what tells whether others are only its reasons. */
interface ReadError extends SchemaError {
  instancePath: Pointer;
  /** Where the schema stands that has the keyword. */
  owner: Pointer;
  /** Whether one of the keyword's schemas stands elsewhere. */
  refers: boolean;
}

function readError(error: ErrorObject, places: Map<unknown, Pointer>) {
  const { keyword, instancePath, params, message, parentSchema, schemaPath } = error;
  const property = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty;
  // `false` is no object with a place: then the path that Ajv went tells it.
  const isNothing = keyword === "false schema";
  const owner = places.get(parentSchema) ?? schemaPath.replace(/^[^#]*#|\/false schema$/g, "");
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

/** Whether a fault is only the reason why a combination of schemas, told after it, does not hold. */
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

/** Where each object of the document stands, so that an error can be told with its place. */
function notePlaces(node: unknown, pointer: Pointer, places: Map<unknown, Pointer>): void {
  if (typeof node !== "object" || node === null) return;
  if (!Array.isArray(node)) places.set(node, pointer);
  for (const [key, value] of Object.entries(node)) notePlaces(value, pointTo(pointer, key), places);
}

/** Where Ajv's formats take more than their definition: a UUID as a URN, a space in place of the T. */
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
