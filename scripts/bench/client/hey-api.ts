import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "../../../src/internal/package-root.ts";
import { bundleModule } from "../bundle.ts";

const folder = join(packageRoot, "dist/bench/hey-api");

/** A module with the client that hey-api generates from the same bundle. */
export const heyApiEntry = `export { createPersona } from ${JSON.stringify(join(folder, "sdk.gen.ts"))};
export { client } from ${JSON.stringify(join(folder, "client.gen.ts"))};`;

/** Generates the client. @param generator The path of `@hey-api/openapi-ts`. */
export async function generateHeyApi(generator: string): Promise<void> {
  const { createClient } = await import(pathToFileURL(generator).href);
  await createClient({
    input: join(packageRoot, "generated/openapi.json"),
    output: folder,
    plugins: ["@hey-api/client-fetch", "@hey-api/sdk", "@hey-api/typescript"],
    logs: { level: "silent" },
  });
}

/** Loads the generated client. */
export async function loadHeyApi() {
  const file = join(folder, "bundle.mjs");
  await writeFile(file, await bundleModule(heyApiEntry, {}));
  return import(pathToFileURL(file).href);
}
