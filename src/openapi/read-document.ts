import { readFile } from "node:fs/promises";
import { basename, dirname, extname, join, relative } from "node:path";
import { packageRoot } from "../internal/package-root.ts";
import { needPeers } from "../internal/peers.ts";
import { systemErrorCode, UserError } from "../internal/user-error.ts";
import type { OpenApiDocument } from "./document.ts";
import { findOutsideRef } from "./outside-refs.ts";
import { withoutIds } from "./schema-ids.ts";

/** Path of the default spec. */
export const defaultSpec = join(packageRoot, "generated/openapi.json");

/**
 * Reads an OpenAPI document, JSON or YAML. One in several files is bundled.
 *
 * @throws {UserError} Exit code 2, if a file cannot be read or does not parse, or a part is not in a file.
 */
export async function readDocument(file: string): Promise<OpenApiDocument> {
  const name = relative(process.cwd(), file);
  const document = checkVersion(await readData(file), name);
  if (outsideRefOf(document) === undefined) return document;
  needPeers(`${name} is in several files: bundling it`, ["api-ref-bundler"]);
  const { bundleFiles } = await import("./bundle-files.ts");
  const bundled = await bundleFiles(basename(file), (path) => readPart(join(dirname(file), path)));
  return checkDocument(bundled, name);
}

/** Reads a part: code samples and texts may stand in files of their own. */
function readPart(file: string): Promise<unknown> {
  return /\.(json|ya?ml)$/i.test(file) || extname(file) === "" ? readData(file) : readText(file);
}

/**
 * Checks that data is an OpenAPI 3 document in one piece.
 *
 * @param name What messages call it: a path or a URL.
 * @throws {UserError} Exit code 2, if it is none.
 */
export function checkDocument(data: unknown, name: string): OpenApiDocument {
  const document = checkVersion(data, name);
  const outside = outsideRefOf(document);
  if (outside === undefined) return document;
  throw new UserError(
    `${name} refers to ${outside}. Bundle it first (npx @redocly/cli bundle ${name} -o bundle.json).`,
    2,
  );
}

function outsideRefOf(document: OpenApiDocument): string | undefined {
  return findOutsideRef(withoutIds(document));
}

function checkVersion(data: unknown, name: string): OpenApiDocument {
  const document = data as (OpenApiDocument & { swagger?: unknown }) | null;
  if (typeof document?.swagger === "string") {
    throw new UserError(
      `${name} is Swagger ${document.swagger}. Convert it to OpenAPI 3 first (npx swagger2openapi ${name} -o openapi.json).`,
      2,
    );
  }
  if (typeof document?.openapi !== "string") {
    throw new UserError(`${name} is not an OpenAPI 3 document: it has no "openapi" at its top.`, 2);
  }
  return document;
}

/**
 * Reads JSON or YAML from a file.
 *
 * @throws {UserError} Exit code 2, if the file cannot be read or does not parse.
 */
export async function readData(file: string): Promise<unknown> {
  return parseData(await readText(file), relative(process.cwd(), file));
}

/**
 * Reads a file as text.
 *
 * @param what What to correct where it cannot be read.
 * @throws {UserError} Exit code 2, if the file cannot be read.
 */
export async function readText(file: string, what = "the path"): Promise<string> {
  return readFile(file, "utf8").catch((cause: unknown) => {
    const name = relative(process.cwd(), file);
    throw new UserError(`Cannot read ${name} (${systemErrorCode(cause)}). Check ${what}.`, 2, { cause });
  });
}

/**
 * Parses JSON or YAML. Only YAML needs the `yaml` package.
 *
 * @param name What messages call it: a path or a URL. Text is JSON where it ends in `.json` or the text parses as such.
 * @throws {UserError} Exit code 2, if it does not parse.
 */
export async function parseData(given: string, name: string): Promise<unknown> {
  const text = given.replace(/^\uFEFF/, "");
  const isJson = name.endsWith(".json");
  if (isJson || /^\s*\{/.test(text)) {
    try {
      return JSON.parse(text);
    } catch (cause) {
      // YAML may start with a brace too.
      if (isJson) throw new UserError(`${name}  This does not parse: ${(cause as Error).message}.`, 2, { cause });
    }
  }
  needPeers(`${name} is YAML: reading it`, ["yaml"]);
  const { parseYaml } = await import("./parse-yaml.ts");
  const { document, problem } = parseYaml(text);
  if (problem) throw new UserError(`${name}:${problem.line}:${problem.col}  ${problem.message}`, 2);
  return document.toJS();
}
