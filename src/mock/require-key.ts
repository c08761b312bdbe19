import { join } from "node:path";
import { packageRoot } from "../internal/package-root.ts";
import type { OpenApiDocument } from "../openapi/document.ts";
import type { Overlay } from "../openapi/overlay.ts";
import { readData } from "../openapi/read-document.ts";

/** The document with the overlay `require-key` applied: a call without credentials is refused. */
export async function requireKey(document: OpenApiDocument): Promise<OpenApiDocument> {
  // Loaded here: the JSONPath library is wanted by those alone who apply an overlay.
  const { applyOverlay } = await import("../openapi/overlay.ts");
  const overlay = await readData(join(packageRoot, "openapi/overlays/require-key.overlay.yaml"));
  return applyOverlay(document, overlay as Overlay);
}
