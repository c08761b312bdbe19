import { dereference, type OpenApiDocument, type Operation, type Parameter } from "./document.ts";

/** The methods of https://spec.openapis.org/oas/v3.1.0#path-item-object, in its order. */
const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** An operation with its method, path and parameters. */
export interface PlacedOperation {
  /** Lower case, as in the document. */
  method: (typeof methods)[number];
  path: string;
  operation: Operation;
  /** Parameters of the path and of the operation, references resolved; the operation's take precedence. */
  parameters: Parameter[];
}

/** Lists the operations of the document, in the document's order. */
export function listOperations(document: OpenApiDocument): PlacedOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method] !== undefined)
      .map((method) => {
        const operation = item[method] as Operation;
        const declared = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((parameter) =>
          dereference(document, parameter),
        );
        const byPlace = new Map(declared.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]));
        return { method, path, operation, parameters: [...byPlace.values()] };
      }),
  );
}
