import type { PathIndex } from "../../openapi/path-template.ts";
import type { WireRequest } from "../http/request.ts";
import type { ContractOperation } from "../model/operation.ts";

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

/** The decoded values of the path parameters; undefined if the path does not match. */
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
