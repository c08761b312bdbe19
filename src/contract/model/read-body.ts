import type { Body } from "../../openapi/content.ts";
import type { Operation } from "../../openapi/operation.ts";
import { isJson } from "./media-type.ts";
import type { ContractBody } from "./operation.ts";
import type { Schemas } from "./schemas.ts";

/** A body means nothing to these methods: https://www.rfc-editor.org/rfc/rfc9110#section-9.3.1 */
const bodiless = new Set(["GET", "HEAD", "TRACE", "OPTIONS"]);

/** Reads the body that cases send, with its schema compiled; undefined where they send none. */
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

/** Why no case can send the body that the operation requires; undefined where that is no matter. */
export function unsendableBody({ method, requestBody }: Operation): string | undefined {
  if (bodiless.has(method) || !requestBody?.required || findJson(requestBody.bodies)) return undefined;
  return `its body is ${requestBody.bodies.map(({ mediaType }) => mediaType).join(", ")}, and the suite sends JSON`;
}

/** The JSON that a server certainly takes, else a range of media types with JSON in it. */
function findJson(bodies: readonly Body[]): Body | undefined {
  const json = bodies.filter(({ mediaType }) => isJson(mediaType));
  return json.find(({ mediaType }) => !mediaType.includes("*")) ?? json[0];
}
