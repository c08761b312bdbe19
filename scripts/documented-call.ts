import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CreatePersonaRequest } from "../src/index.ts";
import { packageRoot } from "../src/internal/package-root.ts";

/** Reads the documented request. */
export async function readDocumentedRequest(): Promise<CreatePersonaRequest> {
  const example = await readFile(join(packageRoot, "openapi/components/examples/CreatePersonaRequest.json"), "utf8");
  return JSON.parse(example).value;
}

/** Sends the documented request through the generated client and returns the id of the persona. */
export async function makeDocumentedCall(baseUrl: string): Promise<string> {
  // Imported here, because `generate` may have written it only now.
  const { createPersonaClient } = await import("../src/index.ts");
  const client = createPersonaClient({ baseUrl, apiKey: "documented-call" });
  const persona = await client.createPersona(await readDocumentedRequest());
  return persona.id;
}
