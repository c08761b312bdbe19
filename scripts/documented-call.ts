import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../src/command/package-root.ts";
import type { CreatePersonaRequest } from "../src/index.ts";

/** Sends the page's own request through the generated client and returns the id of the persona. */
export async function makeDocumentedCall(baseUrl: string): Promise<string> {
  // Loaded here, because it holds what `generate` may have written only now.
  const { createPersonaClient } = await import("../src/index.ts");
  const example = await readFile(join(packageRoot, "openapi/components/examples/CreatePersonaRequest.json"), "utf8");
  const request: CreatePersonaRequest = JSON.parse(example).value;
  const persona = await createPersonaClient({ baseUrl, apiKey: "documented-call" }).createPersona(request);
  return persona.id;
}
