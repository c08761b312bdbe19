import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { packageRoot } from "../../src/command/package-root.ts";

/** Bytes of a module and all that it needs, bundled for a browser, minified and gzipped at level 9. */
export async function measureSize(entry: string): Promise<number> {
  const id = join(packageRoot, "scripts/bench/entry.js");
  const plugin = {
    name: "entry",
    resolveId: (source: string) => (source === id ? id : null),
    load: (source: string) => (source === id ? entry : null),
  };
  const bundle = await rolldown({ input: id, platform: "browser", plugins: [plugin], logLevel: "silent" });
  const { output } = await bundle.generate({ format: "esm", minify: true });
  return gzipSync(output[0].code, { level: 9 }).length;
}
