import { join } from "node:path";
import { packageRoot } from "../internal/package-root.ts";
import type { OpenApiDocument } from "../openapi/document.ts";
import type { Overlay } from "../openapi/overlay.ts";
import { readData } from "../openapi/read-document.ts";

/** Applies the overlay `require-key`, so that the mock refuses calls without credentials. */
export async function requireKey(document: OpenApiDocument): Promise<OpenApiDocument> {
  // Loaded here because only callers that apply an overlay need the JSONPath library.
  const { applyOverlay } = await import("../openapi/overlay.ts");
  const overlay = await readData(join(packageRoot, "openapi/overlays/require-key.overlay.yaml"));
  return applyOverlay(document, overlay as Overlay);
}
