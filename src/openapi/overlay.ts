import { type JSONValue, jsonpath } from "json-p3";
import { UserError } from "../internal/user-error.ts";

/** https://spec.openapis.org/overlay/v1.0.0#overlay-object, as far as it is read here. */
export interface Overlay {
  actions: OverlayAction[];
}

/** https://spec.openapis.org/overlay/v1.0.0#action-object */
export interface OverlayAction {
  /** RFC 9535 JSONPath of what the action changes. */
  target: string;
  update?: unknown;
  remove?: boolean;
}

/**
 * The document with the overlay's actions applied in order; `document` itself stays as it is.
 *
 * Redocly applies overlays too, but passes over an action that changes nothing; here that is an error, because such an
 * overlay has come apart from its description.
 *
 * @throws {UserError} exit code 1, naming the action.
 */
export function applyOverlay<T extends object>(document: T, overlay: Overlay): T {
  const result = structuredClone(document);
  for (const [index, { target, update, remove }] of overlay.actions.entries()) {
    const before = JSON.stringify(result);
    // Deepest and last first, so that removing one match does not move another.
    for (const { location, value } of jsonpath.query(target, result as JSONValue).nodes.reverse()) {
      const parent = location.slice(0, -1).reduce<unknown>((node, key) => (node as never)[key], result);
      const key = location.at(-1);
      if (remove && Array.isArray(parent)) parent.splice(Number(key), 1);
      else if (remove && key !== undefined) delete (parent as Record<string, unknown>)[key];
      else if (Array.isArray(value)) value.push(update as JSONValue);
      else merge(value as Record<string, unknown>, update as Record<string, unknown>);
    }
    if (JSON.stringify(result) === before) {
      const what = `Action ${index + 1} of the overlay (${target})`;
      throw new UserError(`${what} changes nothing: mend its target, or delete the action.`, 1);
    }
  }
  return result;
}

/** Objects are merged property by property, arrays are appended to, anything else is replaced. */
function merge(into: Record<string, unknown>, from: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(from)) {
    const present = into[key];
    if (Array.isArray(present) && Array.isArray(value)) present.push(...value);
    else if (isObject(present) && isObject(value)) merge(present, value);
    else into[key] = structuredClone(value);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
