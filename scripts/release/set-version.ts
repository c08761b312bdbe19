import { isScalar } from "yaml";
import { UserError } from "../../src/internal/user-error.ts";
import { parseYaml } from "../../src/openapi/parse-yaml.ts";

/**
 * The root file of a description with another `info.version`, and not a byte else.
 *
 * @throws {UserError} where it has none.
 */
export function setInfoVersion(text: string, version: string): string {
  const node = parseYaml(text).document.getIn(["info", "version"], true);
  if (!isScalar(node) || !node.range) throw new UserError("openapi/openapi.yaml has no info.version: add it.", 1);
  const [start, end] = node.range;
  return text.slice(0, start) + version + text.slice(end);
}

/** A package-lock.json with another version of the package itself, which it has twice. */
export function setLockVersion(text: string, version: string): string {
  const lock = JSON.parse(text);
  const packages = { ...lock.packages, "": { ...lock.packages[""], version } };
  return `${JSON.stringify({ ...lock, version, packages }, null, 2)}\n`;
}
