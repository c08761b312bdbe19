import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";

/** What a finished process left. */
export interface Run {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a Node script in a process of its own, which never outlives this one. */
export async function runNode(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const kill = () => child.kill();
  process.once("exit", kill);
  const [stdout, stderr, exitCode] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve)),
  ]);
  process.off("exit", kill);
  return { exitCode, stdout, stderr };
}

/** Runs the command of an installed package, by the path of its script: `typescript/bin/tsc`. */
export function runTool(script: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Run> {
  return runNode(createRequire(import.meta.url).resolve(script), args, env);
}
