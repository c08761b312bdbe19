import { join } from "node:path";
import { packageRoot } from "../../src/internal/package-root.ts";
import { type Run, runTool } from "../cli/run-node.ts";

/** The lint rules, for every spec, wherever its folder is. */
export const redoclyConfig = join(packageRoot, "redocly.yaml");

/**
 * Runs the Redocly CLI without telemetry and notices. It has no programming interface: `@redocly/openapi-core` lags behind
 * it and rejects newer configuration.
 */
export async function redocly(...args: string[]): Promise<Run> {
  const run = await runTool("@redocly/cli/bin/cli.js", args, {
    NO_COLOR: "1",
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
    REDOCLY_SUPPRESS_NOTIFICATIONS: "true",
  });
  // Hides the box that announces the end of Node 20 on every run there.
  return { ...run, stderr: run.stderr.replace(/^.*[╔║╚].*\n/gm, "") };
}
