import { decodePercent } from "./decode-percent.ts";
import type { ContractOperation } from "./operation.ts";

/** What the path of an operation looks like. */
export type Templated = Pick<ContractOperation, "template">;

/** The decoded values of the path parameters; undefined if the path does not match. */
export function pathValues({ template }: Templated, target: string, basePath: string): Map<string, string> | undefined {
  const path = pathBelow(basePath, target);
  const texts = path === undefined ? undefined : template.match(path);
  return texts && new Map([...texts].map(([name, text]) => [name, decodePercent(text)]));
}

/** The path of a request without the base path and the query; undefined where the base path is another. */
export function pathBelow(basePath: string, target: string): string | undefined {
  const [path = ""] = target.split("?");
  return path.startsWith(basePath) ? path.slice(basePath.length) : undefined;
}
