import type { Body } from "../../openapi/content.ts";
import type { Operation } from "../../openapi/operation.ts";
import { isJson } from "./media-type.ts";
import type { ContractBody } from "./operation.ts";
import type { Schemas } from "./schemas.ts";

/** Methods whose requests have no body: https://www.rfc-editor.org/rfc/rfc9110#section-9.3.1 */
const bodiless = new Set(["GET", "HEAD", "TRACE", "OPTIONS"]);

/** Reads the request body, with its schema compiled; undefined if test cases send none. */
export function readBody({ method, requestBody }: Operation, schemas: Schemas): ContractBody | undefined {
  const body = requestBody && findJson(requestBody.bodies);
  if (!body || bodiless.has(method)) return undefined;
  const { required, pointer, bodies } = requestBody;
  const { mediaType, schema, schemaPointer, examples } = body;
  return {
    required,
    pointer,
    mediaType: mediaType.includes("*") ? "application/json" : mediaType,
    mediaTypes: bodies.map((one) => one.mediaType),
    schema: schema ?? {},
    schemaPointer,
    validate: schema ? schemas.compile(schemaPointer, "request") : () => [],
    examples,
  };
}

/** Why the suite cannot send the body that the operation requires; undefined if it can, or if none is required. */
export function unsendableBody({ method, requestBody }: Operation): string | undefined {
  if (bodiless.has(method) || !requestBody?.required || findJson(requestBody.bodies)) return undefined;
  return `its body is ${requestBody.bodies.map(({ mediaType }) => mediaType).join(", ")}, and the suite sends JSON`;
}

/** A JSON media type, else a range of media types that includes JSON. */
function findJson(bodies: readonly Body[]): Body | undefined {
  const json = bodies.filter(({ mediaType }) => isJson(mediaType));
  return json.find(({ mediaType }) => !mediaType.includes("*")) ?? json[0];
}
