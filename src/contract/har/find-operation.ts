import type { PathIndex } from "../../openapi/path-template.ts";
import type { WireRequest } from "../http/request.ts";
import type { ContractOperation } from "../model/operation.ts";

/** The operation that a request is of: its method, and the path with the fewest parameters. */
export function findOperation(
  operations: PathIndex<ContractOperation>,
  { method, target }: WireRequest,
  basePath: string,
): ContractOperation | undefined {
  const path = pathBelow(basePath, target);
  const matching = path === undefined ? [] : operations.find(path).filter((operation) => operation.method === method);
  return matching.sort((a, b) => a.template.names.length - b.template.names.length)[0];
}

/** The values of the path's parameters, decoded; undefined where the path is another. */
export function pathValues(
  { template }: ContractOperation,
  target: string,
  basePath: string,
): Map<string, string> | undefined {
  const path = pathBelow(basePath, target);
  const texts = path === undefined ? undefined : template.match(path);
  return texts && new Map([...texts].map(([name, text]) => [name, decodeURIComponent(text)]));
}

/** The path of a request without the base path and the query; undefined where the base path is another. */
function pathBelow(basePath: string, target: string): string | undefined {
  const [path = ""] = target.split("?");
  return path.startsWith(basePath) ? path.slice(basePath.length) : undefined;
}
