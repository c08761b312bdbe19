import { type ChildProcess, fork, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

/** Measures the wall time of a process that must succeed, in milliseconds. */
export async function timeProcess(args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  const startedAt = performance.now();
  const { exitCode, output } = await runToEnd(args, options);
  if (exitCode !== 0) throw new Error(`node ${args.join(" ")} ended with ${exitCode}: ${output.slice(-2000)}`);
  return performance.now() - startedAt;
}

/** Runs a Node process to its end and returns its output. */
export async function runToEnd(args: readonly string[], { cwd, env }: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  const child = start(args, cwd, env);
  let output = "";
  child.stdout?.on("data", (data) => {
    output += data;
  });
  child.stderr?.on("data", (data) => {
    output += data;
  });
  const exitCode = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { exitCode, output };
}

/** Starts a Node process that never outlives this one. */
export function start(args: readonly string[], cwd?: string, env: NodeJS.ProcessEnv = {}): ChildProcess {
  const child = spawn(process.execPath, args, {
    ...(cwd !== undefined && { cwd }),
    env: { ...process.env, NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const kill = () => child.kill();
  process.once("exit", kill);
  child.once("close", () => process.off("exit", kill));
  return child;
}

/**
 * Starts a module of this project in a process with a message channel, and waits for its first message. The process ends
 * when disconnected.
 *
 * @throws {Error} If it exits without a message.
 */
export async function forkModule(file: string, ...args: string[]): Promise<{ child: ChildProcess; said: unknown }> {
  const child = fork(file, args, { execArgv: process.execArgv });
  const said = await new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", (code) => reject(new Error(`${file} ended with ${code} before its first message.`)));
  });
  return { child, said };
}

/** Stops a process that was started here, and waits for it. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const closed = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGINT");
  const timer = setTimeout(() => child.kill("SIGKILL"), 3_000);
  await closed;
  clearTimeout(timer);
}

/** Returns a port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Polls until `ask` returns true; an exception counts as false. Returns the time, in milliseconds. */
export async function timeUntil(ask: () => Promise<boolean>, limitMs = 30_000): Promise<number> {
  const startedAt = performance.now();
  while (!(await ask().catch(() => false))) {
    if (performance.now() - startedAt > limitMs) throw new Error(`No result within ${limitMs} ms.`);
    await delay(20);
  }
  return performance.now() - startedAt;
}

/** Returns the resident memory of a process, in megabytes; undefined on systems without /proc. */
export async function residentMegabytes(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const [, kilobytes] = status.match(/^VmRSS:\s+(\d+) kB/m) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
