import { withValue } from "../../openapi/pointer.ts";
import { keywordOf } from "../../openapi/schema-parts.ts";
import type { CaseContext } from "../cases/family.ts";
import { isIdentifier } from "./body-locations.ts";

/** A text that no other request of the run has, and no server makes up. */
export function canaryOf({ seed }: CaseContext, name: string): string {
  let hash = 0x811c9dc5;
  for (const character of `${seed} ${name}`) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return `mark${hash.toString(36).padStart(7, "0")}`;
}

/** Pattern of every canary. */
export const canaryPattern = /mark[0-9a-z]{7}/g;

/** The body with the canary in every text that the description leaves free; the body as it is where there is none. */
export function withCanaries({ operation, locations }: CaseContext, body: unknown, canary: string): unknown {
  let filled = body;
  for (const location of locations) {
    if (typeof location.value !== "string" || isIdentifier(location)) continue;
    if (["enum", "const", "format", "pattern"].some((keyword) => keywordOf(location.parts, keyword) !== undefined))
      continue;
    const changed = withParent(filled, location.path, canary);
    if (changed !== undefined && operation.body?.validate(changed).length === 0) filled = changed;
  }
  return filled;
}

function withParent(body: unknown, path: string, value: string): unknown {
  try {
    return withValue(body, path, value);
  } catch {
    return undefined;
  }
}
