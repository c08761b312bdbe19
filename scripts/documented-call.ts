import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CreatePersonaRequest } from "../src/index.ts";
import { packageRoot } from "../src/internal/package-root.ts";

/** The page's own request. */
export async function readDocumentedRequest(): Promise<CreatePersonaRequest> {
  const example = await readFile(join(packageRoot, "openapi/components/examples/CreatePersonaRequest.json"), "utf8");
  return JSON.parse(example).value;
}

/** Sends the page's own request through the generated client and returns the id of the persona. */
export async function makeDocumentedCall(baseUrl: string): Promise<string> {
  // Loaded here, because it holds what `generate` may have written only now.
  const { createPersonaClient } = await import("../src/index.ts");
  const client = createPersonaClient({ baseUrl, apiKey: "documented-call" });
  const persona = await client.createPersona(await readDocumentedRequest());
  return persona.id;
}
