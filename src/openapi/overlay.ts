import { createRequire } from "node:module";
import { needPeers } from "../internal/peers.ts";
import { UserError } from "../internal/user-error.ts";
import type { OpenApiDocument } from "./document.ts";

const require = createRequire(import.meta.url);

/** An action of an overlay: https://spec.openapis.org/overlay/v1.0.0.html#action-object */
interface Action {
  target?: unknown;
  update?: unknown;
  remove?: unknown;
}

/**
 * Applies an overlay to a copy of a document: https://spec.openapis.org/overlay/v1.0.0.html
 *
 * @param name What messages call the overlay.
 * @throws {UserError} Exit code 2, if it is no overlay 1.0, an action changes nothing, or a package is missing.
 */
export async function overlayDocument(
  document: OpenApiDocument,
  overlay: unknown,
  name: string,
): Promise<OpenApiDocument> {
  const { overlay: version, actions } = (overlay ?? {}) as { overlay?: unknown; actions?: unknown };
  if (typeof version !== "string" || !version.startsWith("1.0.") || !Array.isArray(actions) || actions.length === 0)
    throw new UserError(`${name} must be an overlay of version 1.0, with actions: \`overlay: 1.0.0\`.`, 2);
  for (const [index, action] of actions.entries()) check(action, `${name} /actions/${index}`);
  needPeers("Applying an overlay", ["openapi-format"]);
  // CommonJS, whose exports import does not see. Loaded here, because few runs need it.
  const { openapiOverlay } = require("openapi-format") as typeof import("openapi-format");
  const { data, resultData } = await openapiOverlay(structuredClone(document), { overlaySet: overlay as never });
  const [unused] = resultData.unusedActions as Action[];
  // Most likely a path that is written otherwise: without the action, less would be tested than meant.
  if (unused) {
    const index = actions.indexOf(unused);
    throw new UserError(`${name} /actions/${index}: nothing in the document is at ${unused.target}.`, 2);
  }
  return data as unknown as OpenApiDocument;
}

function check(action: Action | null, where: string): void {
  const { target, update, remove } = action ?? {};
  if (typeof target !== "string" || !target.startsWith("$"))
    throw new UserError(`${where} must have a target that is a JSONPath: it begins with $.`, 2);
  if (update === undefined && remove !== true) throw new UserError(`${where} must have an update, or remove: true.`, 2);
}
