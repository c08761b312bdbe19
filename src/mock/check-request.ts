import { isUtf8 } from "node:buffer";
import { MIMEType } from "node:util";
import type { OpenApiDocument } from "../openapi/document.ts";
import type { Operation } from "../openapi/operation.ts";
import { decodeParameter, type ParameterTexts } from "./decode-parameter.ts";
import { inputContext, type PrismParts, type PrismRequest, type Resource, type Violation } from "./prism.ts";

/** Marks the violation of a request that no schema can be asked about: JSON that does not parse. */
export const syntaxCode = "syntax";

/** Headers that OpenAPI tells to ignore as parameters: media types and security say them. */
const ignoredHeaders = ["accept", "content-type", "authorization"];

/** What a request says, and why it does not match the spec. */
export interface CheckedRequest {
  violations: Violation[];
  /** The values of path, query and body by name, in the schema's types. */
  values: Record<string, unknown>;
}

/** A body as it arrived. */
export interface ReceivedBody {
  bytes: Buffer;
  /** Parsed, if it is JSON, else text; undefined if there is none. */
  value: unknown;
  /** Why it does not parse. */
  problem: string | undefined;
}

/** Reads a body by the media type of the request. */
export function readBody(bytes: Buffer, contentType: string | undefined): ReceivedBody {
  if (bytes.length === 0) return { bytes, value: undefined, problem: undefined };
  const text = bytes.toString("utf8");
  if (!isJson(parseMediaType(contentType)?.essence)) return { bytes, value: text, problem: undefined };
  if (!isUtf8(bytes)) return { bytes, value: text, problem: "is not UTF-8" };
  try {
    return { bytes, value: JSON.parse(text), problem: undefined };
  } catch (error) {
    return { bytes, value: text, problem: `is not JSON (${(error as Error).message})` };
  }
}

/**
 * Checks parameters and body with Prism's validators. Prism's own reading of parameters is not used: it fails on arrays in
 * paths, dots in names, absent optional headers and numbers in objects, and never looks at cookies.
 */
export function createRequestCheck(document: OpenApiDocument, { validateAgainstSchema, validateBody }: PrismParts) {
  const wrappers = new WeakMap<object, object>();

  /** A schema of an object with the one property, always the same object: Prism caches what it compiles. */
  function wrap(name: string, schema: { $schema?: string }): object {
    const known = wrappers.get(schema);
    if (known) return known;
    const { $schema } = schema;
    const wrapper = { ...($schema && { $schema }), type: "object", properties: { [name]: schema } };
    wrappers.set(schema, wrapper);
    return wrapper;
  }

  function checkParameters(operation: Operation, resource: Resource, texts: ParameterTexts): CheckedRequest {
    const values: Record<string, unknown> = {};
    const violations = operation.parameters.flatMap((parameter): Violation[] => {
      const { in: location, name, required, mediaType } = parameter;
      if (location === "header" && ignoredHeaders.includes(name.toLowerCase())) return [];
      const value = decodeParameter(document, parameter, texts);
      if (value === undefined) {
        return required ? [violation([location, name], "required", `Request ${location} must have ${name}`)] : [];
      }
      const schema = findSchema(resource, location, name, mediaType);
      const target = Object.assign(Object.create(null), { [name]: value });
      const { __bundled__: bundle } = resource;
      const found =
        schema && validateAgainstSchema(target, wrap(name, schema), !mediaType, inputContext, location, bundle);
      if (location === "path" || location === "query") values[name] = target[name];
      return found?._tag === "Some" ? found.value : [];
    });
    return { violations, values };
  }

  function checkBody(resource: Resource, body: ReceivedBody, contentType: string | undefined): Violation[] {
    if (!resource.request) return [];
    const documented = resource.request.body;
    if (body.bytes.length === 0) {
      return documented?.required ? [violation(["body"], "required", "Body parameter is required")] : [];
    }
    const contents = documented?.contents ?? [];
    const mediaType = parseMediaType(contentType);
    if (documented === undefined) return [violation(["body"], 415, "The operation takes no body")];
    if (contentType !== undefined && !contents.some((one) => covers(one.mediaType, mediaType?.essence ?? ""))) {
      const supported = contents.map((one) => one.mediaType).join(", ");
      return [violation(["body"], 415, `Supported content types: ${supported}; not ${contentType}`)];
    }
    const charset = mediaType?.params.get("charset");
    if (isJson(mediaType?.essence) && charset && charset.toLowerCase() !== "utf-8") {
      return [violation(["body"], 415, `Supported charset of JSON: utf-8; not ${charset}`)];
    }
    if (body.problem !== undefined) return [violation(["body"], syntaxCode, `Request body ${body.problem}`)];
    const boundary = mediaType?.params.get("boundary") ?? undefined;
    const essence = mediaType?.essence;
    const checked = validateBody(body.value, contents, inputContext, essence, boundary, resource.__bundled__);
    return checked._tag === "Left" ? checked.left : [];
  }

  return (operation: Operation, resource: Resource, texts: ParameterTexts, body: ReceivedBody): CheckedRequest => {
    const { values, violations } = checkParameters(operation, resource, texts);
    const contentType = texts.headers["content-type"] as string | undefined;
    const own = typeof body.value === "object" && body.value !== null && !Array.isArray(body.value) ? body.value : {};
    return {
      violations: [...violations, ...checkBody(resource, body, contentType)],
      values: { ...values, ...own },
    };
  };
}

/** A request without the parts that `createRequestCheck` checks, for Prism. */
export function toPrismRequest(
  method: string,
  { pathname, searchParams }: URL,
  headers: Record<string, unknown>,
  body: unknown,
): PrismRequest {
  const query = Object.fromEntries(
    [...searchParams.keys()].map((key) => {
      const values = searchParams.getAll(key);
      return [key, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
  return { method: method.toLowerCase(), url: { path: pathname, query }, headers, body };
}

function violation(path: string[], code: string | number, message: string): Violation {
  return { path, code, message, severity: 0 };
}

/** Where Prism keeps the schema of a parameter. */
function findSchema(resource: Resource, location: string, name: string, mediaType: string | undefined) {
  const list = resource.request?.[location === "header" ? "headers" : location] as
    | { name: string; schema?: object; content?: Record<string, { schema?: object }> }[]
    | undefined;
  const found = list?.find((one) => one.name === name);
  return mediaType === undefined ? found?.schema : found?.content?.[mediaType]?.schema;
}

function isJson(essence = ""): boolean {
  return /^[^/]+\/(json|[^/]*\+json)$/.test(essence);
}

function parseMediaType(contentType: string | undefined): MIMEType | undefined {
  try {
    return contentType === undefined ? undefined : new MIMEType(contentType);
  } catch {
    return undefined;
  }
}

/** Whether a documented media type, which may be a range, covers the one of a request. Any `+json` counts as JSON. */
function covers(documented: string, essence: string): boolean {
  const [type = "", subtype = ""] = (parseMediaType(documented)?.essence ?? documented).split("/");
  const [ownType = "", ownSubtype = ""] = essence.split("/");
  const suffix = ownSubtype.replace(/^.+\+/, "");
  return (type === "*" || type === ownType) && ["*", ownSubtype, suffix].includes(subtype);
}
