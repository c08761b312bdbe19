import type { PathIndex } from "../../openapi/path-template.ts";
import type { WireRequest } from "../http/request.ts";
import type { ContractOperation } from "../model/operation.ts";
import { pathBelow } from "../model/request-path.ts";

/** Finds the operation of a request: of its method, and with the fewest path parameters. */
export function findOperation(
  operations: PathIndex<ContractOperation>,
  { method, target }: WireRequest,
  basePath: string,
): ContractOperation | undefined {
  const path = pathBelow(basePath, target);
  const matching = path === undefined ? [] : operations.find(path).filter((operation) => operation.method === method);
  return matching.sort((a, b) => a.template.names.length - b.template.names.length)[0];
}
