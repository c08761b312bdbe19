import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../src/internal/user-error.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { withScratchFolder } from "../cli/scratch-folder.ts";
import type { Layout } from "./layout.ts";
import { redocly, redoclyConfig } from "./redocly.ts";

/**
 * Bundles a spec into one document. Lint it first: lint's messages are better. The result is the same on every machine,
 * even from a checkout with Windows line ends.
 */
export function bundleSpec({ root }: Layout): Promise<OpenApiDocument> {
  return withScratchFolder(async (scratch) => {
    const output = join(scratch, "openapi.json");
    const run = await redocly("bundle", root, `--config=${redoclyConfig}`, `--output=${output}`);
    if (run.exitCode !== 0) throw new UserError(`Redocly could not bundle ${root}: ${run.stderr.trim()}`, 1);
    return JSON.parse(await readFile(output, "utf8"), withUnixSamples);
  });
}

/** Samples are bundled as text, with the line ends and the byte order mark of the checkout. */
function withUnixSamples(key: string, value: unknown): unknown {
  if (key !== "x-codeSamples" || !Array.isArray(value)) return value;
  return value.map((sample) => ({
    ...sample,
    source: String(sample.source)
      .replace(/^\uFEFF/, "")
      .replaceAll("\r\n", "\n"),
  }));
}
