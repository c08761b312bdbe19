import { UserError } from "../../internal/user-error.ts";
import type { OpenApiDocument } from "../../openapi/document.ts";
import { listOperations } from "../../openapi/operation.ts";
import type { RequestOverrides } from "./base-request.ts";

/**
 * Reads request overrides: by operation, each with `body` and `parameters`; or the body alone, for a document with one
 * operation.
 *
 * @param file Name of the data in an error.
 * @throws {UserError} exit code 2, if an operation is not in the document.
 */
export function readRequestOverrides(
  data: unknown,
  document: OpenApiDocument,
  file: string,
): Map<string, RequestOverrides> {
  const ids = new Set(listOperations(document).map(({ id }) => id));
  const [only, ...others] = ids;
  const isObject = typeof data === "object" && data !== null && !Array.isArray(data);
  const named = isObject ? Object.keys(data) : [];
  const areOperations = named.length > 0 && named.every((name) => ids.has(name));
  if (!areOperations && only !== undefined && others.length === 0) return new Map([[only, { body: data }]]);
  const unknown = named.find((name) => !ids.has(name));
  if (!isObject || unknown !== undefined) {
    throw new UserError(
      `${file} names the unknown operation ${unknown ?? ""}. Use operations of the document, each with body and parameters.`,
      2,
    );
  }
  return new Map(
    Object.entries(data as Record<string, RequestOverrides>).map(([id, request]) => [
      id,
      readRequest(request, id, file),
    ]),
  );
}

function readRequest(request: unknown, id: string, file: string): RequestOverrides {
  const keys = typeof request === "object" && request !== null ? Object.keys(request) : ["?"];
  const unknown = keys.find((key) => key !== "body" && key !== "parameters");
  if (unknown === undefined) return request as RequestOverrides;
  throw new UserError(`${file} /${id} may have body and parameters, not ${unknown}.`, 2);
}
