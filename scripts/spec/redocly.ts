import { join } from "node:path";
import { packageRoot } from "../../src/internal/package-root.ts";
import { type Run, runTool } from "../cli/run-node.ts";

/** The lint rules, which hold for every description, wherever its folder stands. */
export const redoclyConfig = join(packageRoot, "redocly.yaml");

/**
 * Runs the Redocly CLI with its telemetry and its notices off. The CLI is called because it has no programming
 * interface: `@redocly/openapi-core` is behind it and refuses newer configuration.
 */
export async function redocly(...args: string[]): Promise<Run> {
  const run = await runTool("@redocly/cli/bin/cli.js", args, {
    NO_COLOR: "1",
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
    REDOCLY_SUPPRESS_NOTIFICATIONS: "true",
  });
  // Without the box that announces the end of Node 20 on every run there.
  return { ...run, stderr: run.stderr.replace(/^.*[╔║╚].*\n/gm, "") };
}
