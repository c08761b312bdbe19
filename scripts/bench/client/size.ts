import { gzipSync } from "node:zlib";
import { bundleModule } from "../bundle.ts";

/** Size in bytes of a module with its dependencies, bundled for a browser, minified and gzipped at level 9. */
export async function measureSize(entry: string): Promise<number> {
  return gzipSync(await bundleModule(entry, { minify: true }), { level: 9 }).length;
}
