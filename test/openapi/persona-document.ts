import type { OpenApiDocument } from "../../src/spec/document.ts";
import { defaultSpec, readSpec } from "../../src/spec/read-spec.ts";

const path = "/suno/persona/create/";

/** The description with this endpoint alone: what tests say of it holds whatever stands beside it one day. */
export async function readPersonaDocument(): Promise<OpenApiDocument> {
  const document = await readSpec(defaultSpec);
  return { ...document, paths: { [path]: document.paths?.[path] ?? {} } };
}
