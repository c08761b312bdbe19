import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "../../../src/internal/package-root.ts";
import { bundleModule } from "../bundle.ts";
import { runToEnd } from "../process.ts";
import { inTurn } from "../statistics.ts";
import { contenders } from "./contenders.ts";

// Measured in the process, because starting one takes twenty times as long and varies by more than an import takes.
const timed =
  "const before = performance.now(); await import(process.argv[1]); console.log(performance.now() - before);";

/**
 * Measures how long a new Node process takes to import each contender, bundled into one file to exclude the file system.
 * One figure per round, in milliseconds, by name.
 */
export async function measureImports(rounds: number): Promise<Map<string, number[]>> {
  const folder = join(packageRoot, "dist/bench/imports");
  await mkdir(folder, { recursive: true });
  const files: { name: string; file: string }[] = [];
  for (const { name, entry } of contenders) {
    if (!entry) continue;
    const file = join(folder, `${name.replaceAll(/\W/g, "_")}.mjs`);
    await writeFile(file, await bundleModule(entry, {}, "node"));
    files.push({ name, file });
  }
  const times = await inTurn(rounds, files, async ({ file }) => {
    const { exitCode, output } = await runToEnd(["--input-type=module", "--eval", timed, pathToFileURL(file).href]);
    if (exitCode !== 0) throw new Error(`${file} cannot be imported: ${output.slice(-2000)}`);
    return Number(output);
  });
  return new Map(files.map(({ name }, index) => [name, times[index] ?? []]));
}
