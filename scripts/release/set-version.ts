import { isScalar } from "yaml";
import { UserError } from "../../src/internal/user-error.ts";
import { parseYaml } from "../../src/openapi/parse-yaml.ts";

/**
 * Replaces `info.version` in the text of the spec's root file, and changes no other byte.
 *
 * @throws {UserError} If it has none.
 */
export function setInfoVersion(text: string, version: string): string {
  const node = parseYaml(text).document.getIn(["info", "version"], true);
  if (!isScalar(node) || !node.range) throw new UserError("openapi/openapi.yaml has no info.version: add it.", 1);
  const [start, end] = node.range;
  return text.slice(0, start) + version + text.slice(end);
}

/** Replaces the package's own version in a package-lock.json, which contains it twice. */
export function setLockVersion(text: string, version: string): string {
  const lock = JSON.parse(text);
  const packages = { ...lock.packages, "": { ...lock.packages[""], version } };
  return `${JSON.stringify({ ...lock, version, packages }, null, 2)}\n`;
}
