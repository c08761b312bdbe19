import { withValue } from "../../openapi/pointer.ts";
import { keywordOf } from "../../openapi/schema-parts.ts";
import type { ContractBody } from "../model/operation.ts";
import type { BodyLocation } from "./body-locations.ts";
import { isIdentifier } from "./locate.ts";

/** Matches every canary in a response. */
export const canaryPattern = /mark[0-9a-z]{7}/g;

/** A text that no other request of the run contains and no server invents. Depends on the seed and the name only. */
export function canaryOf(seed: number, name: string): string {
  let hash = 0x811c9dc5;
  for (const character of `${seed} ${name}`) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return `mark${hash.toString(36).padStart(7, "0")}`;
}

/** Puts the canary into every text that the schema leaves free, as far as the body stays valid. */
export function withCanaries(
  value: unknown,
  canary: string,
  locations: readonly BodyLocation[],
  body: ContractBody | undefined,
): unknown {
  let filled = value;
  for (const location of locations.filter(isFreeText)) {
    const changed = withValue(filled, location.path, canary);
    if (body?.validate(changed).length === 0) filled = changed;
  }
  return filled;
}

function isFreeText(location: BodyLocation): boolean {
  if (typeof location.value !== "string" || isIdentifier(location)) return false;
  const limiting = ["enum", "const", "format", "pattern", "contentEncoding", "contentMediaType"];
  return limiting.every((keyword) => keywordOf(location.parts, keyword) === undefined);
}
