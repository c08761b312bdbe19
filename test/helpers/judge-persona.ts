import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Run } from "../../scripts/cli/run-node.ts";
import { startProvider } from "../contract/reference-provider/start.ts";
import { documentedAnswer } from "../openapi/documented-example.ts";
import { readPersonaDocument } from "../openapi/persona-document.ts";
import { http } from "./raw-server.ts";
import { runCommand } from "./run-command.ts";
import { scratchFolder } from "./scratch.ts";

/** Runs the suite's command. */
export const contract = (...args: string[]): Promise<Run> => runCommand("contract", args);

/** A file with the document of a server that has this endpoint alone. */
export async function personaSpec(): Promise<string> {
  const spec = join(await scratchFolder(), "openapi.json");
  await writeFile(spec, JSON.stringify(await readPersonaDocument()));
  return spec;
}

/** Judges a server that has this endpoint alone. */
export async function judge(url: string, ...args: string[]): Promise<Run> {
  return contract("--url", url, "--spec", await personaSpec(), ...args);
}

/** The response of a server that keeps the contract with valid requests. */
export const validResponse = http(200, { "Content-Type": "application/json" }, JSON.stringify(documentedAnswer));

/** Starts a correct provider until the test ends. */
export async function startPersonaProvider() {
  const provider = await startProvider("persona");
  onTestFinished(() => provider.close());
  return provider;
}
