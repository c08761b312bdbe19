import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { packageRoot } from "../../../src/internal/package-root.ts";

const sheets = ["theme", "layout", "operation", "code", "console", "media"];

/** Reads our style sheets as one. */
export async function readStyles(): Promise<string> {
  const folder = join(packageRoot, "scripts/docs/page/styles");
  const texts = await Promise.all(sheets.map((name) => readFile(join(folder, `${name}.css`), "utf8")));
  return texts.join("");
}

/** Returns the style of a monospace font for machines that have none of the usual ones: Roboto Mono, OFL-1.1, 13 kB. */
export async function readFont(): Promise<string> {
  const file = createRequire(import.meta.url).resolve(
    "@fontsource/roboto-mono/files/roboto-mono-latin-400-normal.woff2",
  );
  const data = await readFile(file, "base64");
  return `@font-face{font-family:"Docs Mono";src:url(data:font/woff2;base64,${data})}/* Roboto Mono, SIL Open Font License 1.1 */`;
}
