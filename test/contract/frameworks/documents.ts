import type { OpenApiDocument, OperationObject, Schema } from "../../../src/openapi/document.ts";
import { jsonResponse } from "../checks/exchange.ts";

const problem = jsonResponse({ type: "object", required: ["detail"], properties: { detail: { type: "string" } } });

/** A document with those paths, and what else it has. */
export function documentOf(paths: object, more: object = {}): OpenApiDocument {
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: paths as NonNullable<OpenApiDocument["paths"]>,
    ...more,
  };
}

/** An operation that documents those statuses: a 2xx with that schema, the others as problems. */
export function operation(
  operationId: string,
  statuses: readonly (number | string)[],
  { schema, ...more }: Partial<OperationObject> & { schema?: Schema } = {},
): OperationObject {
  const responses = Object.fromEntries(
    statuses.map((status) => {
      const isSuccess = String(status).startsWith("2");
      const success = schema ? jsonResponse(schema) : { description: "Fine." };
      return [status, isSuccess ? success : problem];
    }),
  );
  return { operationId, responses, ...more };
}

/** The path parameter `id`, with an example. */
export const id = (example: string) => ({
  name: "id",
  in: "path" as const,
  required: true,
  schema: { type: "string", minLength: 1 },
  example,
});

/** A JSON body of that schema. */
export const body = (schema: Schema) => ({ required: true, content: { "application/json": { schema } } });

/** The bearer key that every operation asks for. */
export const bearer = {
  components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
  security: [{ key: [] }],
};

/** The same, described as an API key in the header `Authorization`, as Django REST does. */
export const apiKey = {
  components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "Authorization" } } },
  security: [{ key: [] }],
};

/** A closed object with a name. */
export const named = {
  type: "object",
  required: ["name"],
  additionalProperties: false,
  properties: { name: { type: "string" } },
};
