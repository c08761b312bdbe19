import { join } from "node:path";
import { type OutputOptions, rolldown } from "rolldown";
import { packageRoot } from "../../src/internal/package-root.ts";

/** Bundles a module that is given as text, with its dependencies. Resolves its imports from here. */
export async function bundleModule(
  code: string,
  output: OutputOptions,
  platform: "browser" | "node" = "browser",
): Promise<string> {
  const id = join(packageRoot, "scripts/bench/entry.js");
  const plugin = {
    name: "entry",
    resolveId: (source: string) => (source === id ? id : null),
    load: (source: string) => (source === id ? code : null),
  };
  const bundle = await rolldown({ input: id, platform, plugins: [plugin], logLevel: "silent" });
  const { output: chunks } = await bundle.generate({ format: "esm", codeSplitting: false, ...output });
  return chunks[0].code;
}
