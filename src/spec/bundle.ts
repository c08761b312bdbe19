import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ExplainedError } from "../command/explained-error.ts";
import type { OpenApiDocument } from "./document.ts";
import { readLayout } from "./layout.ts";
import { redocly, redoclyConfig } from "./redocly.ts";

/**
 * The description in `folder` as one document. Lint it first: what is wrong with it is said better there. The same on
 * every machine: a checkout with Windows line ends gives the same document.
 */
export async function bundleSpec(folder: string): Promise<OpenApiDocument> {
  const { root } = await readLayout(folder);
  const scratch = await mkdtemp(join(tmpdir(), "bundle-"));
  try {
    const output = join(scratch, "openapi.json");
    const run = await redocly("bundle", root, `--config=${redoclyConfig}`, `--output=${output}`);
    if (run.exitCode !== 0) throw new ExplainedError(`Redocly could not bundle ${root}: ${run.stderr.trim()}`, 1);
    return JSON.parse(await readFile(output, "utf8"), withUnixSamples);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Samples are files of their own that come in as text, with the line ends and the byte order mark of the checkout. */
function withUnixSamples(key: string, value: unknown): unknown {
  if (key !== "x-codeSamples" || !Array.isArray(value)) return value;
  return value.map((sample) => ({
    ...sample,
    source: String(sample.source)
      .replace(/^\uFEFF/, "")
      .replaceAll("\r\n", "\n"),
  }));
}
