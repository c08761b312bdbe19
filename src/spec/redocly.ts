import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { packageRoot } from "../package-root.ts";

/** What a finished run of the Redocly CLI left. */
export interface RedoclyRun {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** The lint rules that hold for every description, wherever its folder stands. */
export const redoclyConfig = join(packageRoot, "redocly.yaml");

/**
 * Runs the Redocly CLI in a process of its own, with its telemetry and its notices off. The CLI is called because it
 * has no programming interface: `@redocly/openapi-core` is behind it and refuses newer configuration.
 */
export async function redocly(...args: string[]): Promise<RedoclyRun> {
  const cli = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
  const child = spawn(process.execPath, [cli, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NO_COLOR: "1",
      FORCE_COLOR: "0",
      REDOCLY_TELEMETRY: "off",
      REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
      REDOCLY_SUPPRESS_NOTIFICATIONS: "true",
    },
  });
  const [stdout, stderr, exitCode] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve)),
  ]);
  // Without the box that announces the end of Node 20 on every run there.
  return { exitCode, stdout, stderr: stderr.replace(/^.*[╔║╚].*\n/gm, "") };
}
