import { pathToFileURL } from "node:url";
import { format } from "node:util";
import { vi } from "vitest";
import type { Run } from "../../scripts/cli/run-node.ts";
import { type Command, withExitCode } from "../../src/cli/command.ts";
import { packageRoot } from "../../src/internal/package-root.ts";

/**
 * Runs a command of `scripts/` in this process, which takes milliseconds where a process of its own takes half a second.
 * One at a time: what it prints is caught for the whole process.
 */
export async function runCommand(name: string, args: readonly string[] = []): Promise<Run> {
  const { default: command }: { default: Command } = await import(
    pathToFileURL(`${packageRoot}/scripts/${name}.ts`).href
  );
  return capture(() => command(args));
}

/** Runs a part of a command as the command does, and returns what it prints and its exit code. */
export async function capture(run: () => Promise<void> | Promise<number>): Promise<Run> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const spies = [
    vi.spyOn(console, "log").mockImplementation((...values) => void stdout.push(format(...values), "\n")),
    vi.spyOn(console, "error").mockImplementation((...values) => void stderr.push(format(...values), "\n")),
    vi.spyOn(process.stdout, "write").mockImplementation((text) => stdout.push(String(text)) > 0),
  ];
  try {
    const exitCode = await withExitCode(run);
    return { exitCode, stdout: stdout.join(""), stderr: stderr.join("") };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
