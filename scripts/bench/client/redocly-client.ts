import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "../../../src/internal/package-root.ts";
import { redocly } from "../../spec/redocly.ts";
import { bundleModule } from "../bundle.ts";

const folder = join(packageRoot, "dist/bench/redocly");
const source = join(folder, "client.ts");

/** A module with the client that Redocly generates from the same bundle. */
export const redoclyEntry = `export { createPersona, configure } from ${JSON.stringify(source)};`;

/** Generates the client. */
export async function generateRedocly(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const bundle = join(packageRoot, "generated/openapi.json");
  const run = await redocly("generate-client", bundle, "--generator=typescript", `--output=${source}`);
  if (run.exitCode !== 0) throw new Error(run.stderr);
}

/** Loads the generated client and returns its method. */
export async function loadRedocly(serverUrl: string, headers: Record<string, string>, timeout: number) {
  const file = join(folder, "bundle.mjs");
  await writeFile(file, await bundleModule(redoclyEntry, {}));
  const { createPersona, configure } = await import(pathToFileURL(file).href);
  configure({ serverUrl, headers, timeout });
  return createPersona as (args: { body: object }) => Promise<{ id: string }>;
}
