import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { packageRoot } from "../../src/internal/package-root.ts";

interface Options {
  /** The checkout whose scripts run. Default: this one. */
  checkout?: string;
  env?: NodeJS.ProcessEnv;
  /** User and group to run as. Default: this process's. */
  uid?: number;
}

/** Starts `scripts/NAME.ts` or any other script of a checkout as package.json does. It ends with the test. */
export function startScript(script: string, args: string[] = [], { checkout = packageRoot, env, uid }: Options = {}) {
  const child = spawn(process.execPath, ["--import", "./scripts/typescript.mjs", script, ...args], {
    cwd: checkout,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    ...(uid !== undefined && { uid, gid: uid }),
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** Runs a script to its end. */
export async function runScript(script: string, args: string[] = [], options: Options = {}) {
  const child = startScript(script, args, options);
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close") as Promise<[number | null]>,
  ]);
  return { exitCode, stdout, stderr };
}

/** Resolves with all that the process has printed once it matches `pattern`; rejects where it ends without. */
export function untilPrinted(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const onData = (data: Buffer) => {
      printed += data;
      if (pattern.test(printed)) resolve(printed);
    };
    child.stdout?.on("data", onData);
    child.stderr?.on("data", onData);
    child.once("close", () => reject(new Error(`The process ended without printing ${pattern}:\n${printed}`)));
  });
}

/** The path of a script of package.json in `scripts/`. */
export function scriptPath(name: string): string {
  return join("scripts", `${name}.ts`);
}
