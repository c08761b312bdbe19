import { execFile } from "node:child_process";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { inject } from "vitest";
import { type Run, runNode } from "../../scripts/cli/run-node.ts";
import { packageRoot } from "../../src/internal/package-root.ts";
import { scratchFolder } from "./scratch.ts";

const run = promisify(execFile);

/**
 * A project that has installed the packed package, as another team does.
 *
 * @param dependencies Packages beside it; they are this checkout's, so that no registry is asked.
 * @param type The kind of its modules.
 */
export async function consumerProject(dependencies: string[], type: "module" | "commonjs" = "module"): Promise<string> {
  const folder = await scratchFolder();
  const installed = join(folder, "node_modules/suno-persona");
  await mkdir(installed, { recursive: true });
  await run("tar", ["-xzf", inject("tarball"), "-C", installed, "--strip-components=1"]);
  for (const name of dependencies) {
    const target = join(folder, "node_modules", name);
    await mkdir(dirname(target), { recursive: true });
    await symlink(join(packageRoot, "node_modules", name), target, "junction");
  }
  await writeFile(join(folder, "package.json"), JSON.stringify({ type }));
  return folder;
}

/**
 * Compiles files of the project under `strict`. Declarations are checked too, but for those that come with the compiler.
 *
 * @param files Default: `consumer.ts`.
 */
export async function compile(
  project: string,
  settings: object = {},
  { compiler = "typescript", files = ["consumer.ts"] } = {},
): Promise<Run> {
  const compilerOptions = {
    strict: true,
    module: "nodenext",
    target: "es2022",
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    types: ["node"],
    skipDefaultLibCheck: true,
    typeRoots: [join(packageRoot, "node_modules/@types")],
    ...settings,
  };
  await writeFile(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  const manifest = createRequire(import.meta.url).resolve(`${compiler}/package.json`);
  return runNode(join(dirname(manifest), "bin/tsc"), ["-p", project]);
}

/** A test as vitest reports it. */
export interface TestResult {
  fullName: string;
  status: "passed" | "failed" | "skipped";
  failureMessages: string[];
}

/** Runs vitest in the project and returns its report, with the title of every test and a line for every failure. */
export async function runVitest(project: string, args: string[] = [], env: NodeJS.ProcessEnv = {}) {
  const out = join(project, "report.json");
  const all = ["run", "--root", project, "--reporter", "json", "--outputFile", out, ...args];
  const { exitCode, stderr } = await runNode(join(packageRoot, "node_modules/vitest/vitest.mjs"), all, env);
  const text = await readFile(out, "utf8").catch(() => '{"testResults":[]}');
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(text);
  const messages: string[] = testResults.flatMap(
    ({ message = "", assertionResults }: { message?: string; assertionResults: { failureMessages: string[] }[] }) => [
      ...(message ? [message] : []),
      ...assertionResults.flatMap(({ failureMessages }) => failureMessages),
    ],
  );
  const tests: TestResult[] = testResults.flatMap(
    ({ assertionResults }: { assertionResults: TestResult[] }) => assertionResults,
  );
  const titles = tests.map(({ fullName }) => fullName);
  return { exitCode, numPassedTests, numFailedTests, tests, titles, messages, stderr };
}
