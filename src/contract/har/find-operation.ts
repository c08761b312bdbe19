import type { PathIndex } from "../../openapi/path-template.ts";
import type { WireRequest } from "../http/request.ts";
import type { ContractOperation } from "../model/operation.ts";
import { pathBelow } from "../model/request-path.ts";

/** Finds the operation of a request: of its method, with what its path's key has in the query, and with the fewest path parameters. */
export function findOperation(
  operations: PathIndex<ContractOperation>,
  { method, target }: WireRequest,
  basePath: string,
): ContractOperation | undefined {
  const path = pathBelow(basePath, target);
  const query = new URLSearchParams(target.split("?")[1] ?? "");
  const matching =
    path === undefined ? [] : operations.find(path).filter((one) => one.method === method && hasQuery(one, query));
  return matching.sort(
    (a, b) => a.template.names.length - b.template.names.length || b.query.length - a.query.length,
  )[0];
}

/** Whether a request's query has what the key of the path states. */
function hasQuery(operation: ContractOperation, query: URLSearchParams): boolean {
  return operation.query.every((entry) => {
    const [[name, value] = ["", ""]] = new URLSearchParams(entry);
    return query.has(name) && (value.includes("{") || query.getAll(name).includes(value));
  });
}
