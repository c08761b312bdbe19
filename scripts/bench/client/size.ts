import { gzipSync } from "node:zlib";
import { bundleModule } from "../bundle.ts";

/** Bytes of a module and all that it needs, bundled for a browser, minified and gzipped at level 9. */
export async function measureSize(entry: string): Promise<number> {
  return gzipSync(await bundleModule(entry, { minify: true }), { level: 9 }).length;
}
