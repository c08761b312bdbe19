import { UserError } from "../../internal/user-error.ts";
import type { OpenApiDocument } from "../../openapi/document.ts";
import { listOperations } from "../../openapi/operation.ts";
import type { RequestOverrides } from "./base-request.ts";

/**
 * Reads a file of request overrides: by operation, or the body alone, for a document with one operation.
 *
 * @param file Name of the data in an error.
 * @throws {UserError} exit code 2, where {@link readRequestOverrides} does.
 */
export function readRequestFile(
  data: unknown,
  document: OpenApiDocument,
  file: string,
): Record<string, RequestOverrides> {
  const [only, ...others] = listOperations(document).map(({ id }) => id);
  if (only !== undefined && others.length === 0 && !(isObject(data) && Object.hasOwn(data, only)))
    return { [only]: { body: data } };
  return Object.fromEntries(readRequestOverrides(data, document, file));
}

/**
 * Reads request overrides: by operation, each with `body` and `parameters`.
 *
 * @param name Name of the data in an error.
 * @throws {UserError} exit code 2, if an operation is not in the document, or an override has another form.
 */
export function readRequestOverrides(
  data: unknown,
  document: OpenApiDocument,
  name: string,
): Map<string, RequestOverrides> {
  const ids = new Set(listOperations(document).map(({ id }) => id));
  if (!isObject(data))
    throw new UserError(`${name} must be an object of operations, each with body and parameters.`, 2);
  const unknown = Object.keys(data).find((id) => !ids.has(id));
  if (unknown !== undefined) {
    throw new UserError(
      `${name} names the unknown operation ${unknown}. Use operations of the document, each with body and parameters.`,
      2,
    );
  }
  return new Map(Object.entries(data).map(([id, request]) => [id, readRequest(request, id, name)]));
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function readRequest(request: unknown, id: string, file: string): RequestOverrides {
  const keys = typeof request === "object" && request !== null ? Object.keys(request) : ["?"];
  const unknown = keys.find((key) => key !== "body" && key !== "parameters");
  if (unknown === undefined) return request as RequestOverrides;
  throw new UserError(`${file} /${id} may have body and parameters, not ${unknown}.`, 2);
}
