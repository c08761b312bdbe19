import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { packageRoot } from "../internal/package-root.ts";
import { needPeers } from "../internal/peers.ts";
import { systemErrorCode, UserError } from "../internal/user-error.ts";
import type { OpenApiDocument } from "./document.ts";
import { findOutsideRef } from "./outside-refs.ts";
import { withoutIds } from "./schema-ids.ts";

/** Path of the default spec. */
export const defaultSpec = join(packageRoot, "generated/openapi.json");

/**
 * Reads a bundled OpenAPI document, JSON or YAML.
 *
 * @throws {UserError} Exit code 2, if the file cannot be read, does not parse or refers to other files.
 */
export async function readDocument(file: string): Promise<OpenApiDocument> {
  const document = (await readData(file)) as OpenApiDocument | null;
  const name = relative(process.cwd(), file);
  if (typeof document?.openapi !== "string") {
    throw new UserError(`${name} is not an OpenAPI 3 document: it has no "openapi" at its top.`, 2);
  }
  const outside = findOutsideRef(withoutIds(document));
  if (outside !== undefined) {
    throw new UserError(
      `${name} refers to ${outside}. Bundle it first (npx redocly bundle ${name} -o bundle.json).`,
      2,
    );
  }
  return document;
}

/**
 * Reads JSON or YAML. Only YAML needs the `yaml` package.
 *
 * @throws {UserError} Exit code 2, if the file cannot be read or does not parse.
 */
export async function readData(file: string): Promise<unknown> {
  const name = relative(process.cwd(), file);
  const text = await readFile(file, "utf8").then(
    (content) => content.replace(/^\uFEFF/, ""),
    (cause: unknown) => {
      throw new UserError(`Cannot read ${name} (${systemErrorCode(cause)}). Check the path.`, 2, { cause });
    },
  );
  if (file.endsWith(".json")) {
    try {
      return JSON.parse(text);
    } catch (cause) {
      throw new UserError(`${name}  This does not parse: ${(cause as Error).message}.`, 2, { cause });
    }
  }
  needPeers(`${name} is YAML: reading it`, ["yaml"]);
  const { parseYaml } = await import("./parse-yaml.ts");
  const { document, problem } = parseYaml(text);
  if (problem) throw new UserError(`${name}:${problem.line}:${problem.col}  ${problem.message}`, 2);
  return document.toJS();
}
