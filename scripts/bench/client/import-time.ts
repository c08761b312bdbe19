import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../../../src/command/package-root.ts";
import { bundleModule } from "../bundle.ts";
import { timeProcess } from "../process.ts";
import { inTurn } from "../statistics.ts";
import { contenders } from "./contenders.ts";

/**
 * The time that Node takes to import each contender, bundled into one file so that the file system is out of it: the
 * whole process, less one that imports nothing. One figure a round, in milliseconds, by name.
 */
export async function measureImports(rounds: number): Promise<Map<string, number[]>> {
  const folder = join(packageRoot, "dist/bench/imports");
  await mkdir(folder, { recursive: true });
  const files = [{ name: "", file: join(folder, "nothing.mjs") }];
  await writeFile(join(folder, "nothing.mjs"), "export {};\n");
  for (const { name, entry } of contenders) {
    if (!entry) continue;
    const file = join(folder, `${name.replaceAll(/\W/g, "_")}.mjs`);
    await writeFile(file, await bundleModule(entry, {}, "node"));
    files.push({ name, file });
  }
  const times = await inTurn(rounds, files, ({ file }) => timeProcess([file]));
  const [nothing = []] = times;
  return new Map(
    files
      .slice(1)
      .map(({ name }, index) => [
        name,
        (times[index + 1] ?? []).map((time, round) => time - (nothing[round] ?? Number.NaN)),
      ]),
  );
}
