import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import { UserError } from "../../src/internal/user-error.ts";

/** Result of a finished process. */
export interface Run {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a Node script in a separate process that never outlives this one. */
export async function runNode(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cwd = process.cwd(),
): Promise<Run> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
    cwd,
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

/**
 * Runs a script of an installed package by its path: `typescript/bin/tsc`.
 *
 * @throws {UserError} Exit code 2, if the package is not installed.
 */
export function runTool(script: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Run> {
  return runNode(findTool(script), args, env);
}

function findTool(script: string): string {
  try {
    return createRequire(import.meta.url).resolve(script);
  } catch (cause) {
    const [name] = /^(@[^/]+\/)?[^/]+/.exec(script) ?? [script];
    throw new UserError(`${name} is not installed. Run \`npm ci\`.`, 2, { cause });
  }
}
