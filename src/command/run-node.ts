import { spawn } from "node:child_process";
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
