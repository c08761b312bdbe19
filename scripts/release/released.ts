import { createHash } from "node:crypto";
import { join, relative } from "node:path";
import { UserError } from "../../src/internal/user-error.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { readDocument } from "../../src/openapi/read-document.ts";
import { isVersion } from "./version.ts";

/** Path of the last released bundle in a checkout. */
export const releasedSpec = "openapi/released.json";

/** Renders the released bundle: the document with a checksum of its content, which reveals manual edits. */
export function renderReleased(document: OpenApiDocument): string {
  const { openapi, "x-generated": _, ...api } = document;
  return `${JSON.stringify({ openapi, ...api, "x-released": markOf({ openapi, ...api }) }, null, 2)}\n`;
}

/**
 * Reads the last released bundle.
 *
 * @throws {UserError} Exit code 1, if it is not what `npm run release` wrote: a comparison would miss changes since the
 * release. Exit code 2, if it cannot be read or has no version.
 */
export async function readReleased(checkout: string): Promise<OpenApiDocument> {
  const document = await readBase(join(checkout, releasedSpec));
  if (document["x-released"] === markOf(document)) return document;
  throw new UserError(
    `${releasedSpec} was edited, and only \`npm run release\` may write it. ` +
      `Revert it (git checkout ${releasedSpec}).`,
    1,
  );
}

/**
 * Reads a bundle to compare with.
 *
 * @throws {UserError} Exit code 2, if it cannot be read or its `info.version` is not MAJOR.MINOR.PATCH.
 */
export async function readBase(file: string): Promise<OpenApiDocument> {
  const document = await readDocument(file);
  const { version } = { ...(document.info as OpenApiDocument["info"] | undefined) };
  if (isVersion(version)) return document;
  const found = version === undefined ? "no info.version" : `the info.version "${version}"`;
  const name = relative(process.cwd(), file);
  throw new UserError(`${name} has ${found}. Expected MAJOR.MINOR.PATCH.`, 2);
}

/** Hashes the content except the checksum itself. Not the file's bytes, which a checkout on Windows changes. */
function markOf({ "x-released": _, ...content }: Record<string, unknown>): string {
  const sum = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  return `Written by \`npm run release\`. Do not edit. sha256 ${sum}`;
}
