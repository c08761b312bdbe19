import type { WireRequest } from "../http/request.ts";
import type { ContractOperation } from "../model/operation.ts";

/** Finds the operation of a request: of its method, and with the fewest path parameters. */
export function findOperation(
  operations: readonly ContractOperation[],
  { method, target }: WireRequest,
  basePath: string,
): ContractOperation | undefined {
  const matching = operations.filter(
    (operation) => operation.method === method && pathValues(operation, target, basePath) !== undefined,
  );
  return matching.sort((a, b) => parametersIn(a) - parametersIn(b))[0];
}

/** The decoded values of the path parameters; undefined if the path does not match. */
export function pathValues(
  { path }: ContractOperation,
  target: string,
  basePath: string,
): Map<string, string> | undefined {
  const [whole = ""] = target.split("?");
  if (!whole.startsWith(basePath)) return undefined;
  const names = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
  const literals = path.split(/\{[^}]*\}/).map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const match = new RegExp(`^${literals.join("([^/]+)")}$`).exec(whole.slice(basePath.length));
  return match ? new Map(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? "")])) : undefined;
}

function parametersIn({ path }: ContractOperation): number {
  return path.split("{").length;
}
