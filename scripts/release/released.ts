import { createHash } from "node:crypto";
import { join, relative } from "node:path";
import { UserError } from "../../src/internal/user-error.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { readDocument } from "../../src/openapi/read-document.ts";
import { isVersion } from "./version.ts";

/** Where the last released bundle stands in a checkout. */
export const releasedSpec = "openapi/released.json";

/** The text of the released bundle: the document with a sum of its content, so that an edit by hand is seen. */
export function renderReleased(document: OpenApiDocument): string {
  const { openapi, "x-generated": _, ...api } = document;
  return `${JSON.stringify({ openapi, ...api, "x-released": markOf({ openapi, ...api }) }, null, 2)}\n`;
}

/**
 * The bundle that was released last.
 *
 * @throws {UserError} exit code 1, where it is not what `npm run release` wrote: whoever compares with it would not
 * see what has changed since the release. Exit code 2, where it cannot be read or has no version.
 */
export async function readReleased(checkout: string): Promise<OpenApiDocument> {
  const document = await readBase(join(checkout, releasedSpec));
  if (document["x-released"] === markOf(document)) return document;
  throw new UserError(
    `${releasedSpec} is not what \`npm run release\` wrote, and nothing else may write it: ` +
      `take the change back (git checkout ${releasedSpec}).`,
    1,
  );
}

/**
 * A bundle to compare with.
 *
 * @throws {UserError} exit code 2, where it cannot be read or its `info.version` is not three numbers.
 */
export async function readBase(file: string): Promise<OpenApiDocument> {
  const document = await readDocument(file);
  const { version } = { ...(document.info as OpenApiDocument["info"] | undefined) };
  if (isVersion(version)) return document;
  const found = version === undefined ? "no info.version" : `the info.version "${version}"`;
  const name = relative(process.cwd(), file);
  throw new UserError(`${name} has ${found}: three numbers are wanted there, as in 1.2.3.`, 2);
}

/** A sum of all but itself: not of the file's bytes, which a checkout on Windows changes. */
function markOf({ "x-released": _, ...content }: Record<string, unknown>): string {
  const sum = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  return `Written by \`npm run release\`. Do not edit. sha256 ${sum}`;
}
