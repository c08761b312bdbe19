import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify, stripVTControlCharacters } from "node:util";
import { build } from "rolldown";
import { packageRoot } from "../../src/internal/package-root.ts";
import { peerPath } from "../cli/peers.ts";
import { type DocumentedCall, isAnswer } from "../languages/first-call.ts";
import type { Generator } from "./generators.ts";
import { strictness } from "./strictness.ts";

const run = promisify(execFile);
const timeout = 60_000;
// The flag's relative path would depend on the working directory.
const loader = ["--import", pathToFileURL(join(packageRoot, "scripts/typescript.mjs")).href];

/** The first step that failed, and why, in one line; empty if all passed. */
export interface Outcome {
  failed?: "generating" | "the types" | "the call";
  why?: string;
}

/** Compiler options of the output. */
const compilerOptions = {
  ...strictness,
  noEmit: true,
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  module: "esnext",
  moduleResolution: "bundler",
  allowImportingTsExtensions: true,
  types: [],
};

/**
 * Generates, compiles the output, and makes the documented call with it.
 *
 * @param spec Path of the bundled spec.
 * @param baseUrl Base URL of the mock.
 */
export async function tryGenerator(
  generator: Pick<Generator, "name" | "program">,
  { call, answer }: DocumentedCall,
  spec: string,
  baseUrl: string,
): Promise<Outcome> {
  // Inside the generators' folder, because some outputs import the generators' packages, and some generators read a
  // configuration from the working directory.
  const folder = join(packageRoot, "scripts/compat/node_modules/.cache", generator.name.replaceAll("/", "-"));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    const runner = join(packageRoot, "scripts/compat/generate.ts");
    const generated = await attempt(node([...loader, runner, generator.name, spec, folder, baseUrl], folder));
    if (generated.why !== undefined) return { failed: "generating", why: generated.why };

    await writeFile(join(folder, "call.ts"), generator.program({ ...call, baseUrl }));
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["."] }));
    const checked = await attempt(node([peerPath("compat", "typescript/bin/tsc"), "-p", folder], folder));
    if (checked.why !== undefined) return { failed: "the types", why: checked.why };

    const bundle = join(folder, "call.mjs");
    const input = join(folder, "call.ts");
    const bundled = build({ input, platform: "node", output: { file: bundle }, logLevel: "silent" });
    const called = await attempt(bundled.then(() => node([bundle], folder)));
    if (called.why !== undefined) return { failed: "the call", why: called.why };
    if (isAnswer(called.stdout, answer)) return {};
    return { failed: "the call", why: oneLine(`it returned another response: ${called.stdout}`) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Turns telemetry off. */
function node(args: string[], cwd: string) {
  const env = { ...process.env, NO_COLOR: "1", DO_NOT_TRACK: "1", KUBB_DISABLE_TELEMETRY: "1" };
  return run(process.execPath, args, { cwd, timeout, env });
}

async function attempt(process: Promise<{ stdout: string }>): Promise<{ stdout: string; why?: string }> {
  try {
    return { stdout: (await process).stdout };
  } catch (error) {
    const { stdout = "", stderr = "", message } = error as { stdout?: string; stderr?: string; message: string };
    const said = `${stdout}\n${stderr}`.split("\n").find((line) => /error/i.test(line));
    return { stdout, why: oneLine(said ?? message) };
  }
}

/** Formats a text for a table cell or a terminal line. */
function oneLine(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/\s+/g, " ").trim().slice(0, 300);
}
