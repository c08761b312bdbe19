import { gzipSync } from "node:zlib";
import { packageRoot } from "../../../src/internal/package-root.ts";
import { loadPeer } from "../../cli/peers.ts";

/** Size in bytes of a module with its dependencies, bundled for a browser by esbuild, minified, and gzipped at level 9. */
export async function measureSize(entry: string): Promise<number> {
  const { build } = await loadPeer("bench", "esbuild");
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: `${packageRoot}/scripts/bench` },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "silent",
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}
