import type { Schema } from "../../openapi/document.ts";
import type { Pointer } from "../../openapi/pointer.ts";
import type { Validate } from "../model/schemas.ts";
import { type SampleOptions, sample } from "./sample.ts";

/** Branches of `oneOf` and `anyOf` that are tried. */
const branches = [0, 1, 2, 3, 4, 5];

/**
 * Builds a valid value of a schema; undefined if none is found. Examples inside the schema are used at first, and passed
 * over where one of them is not valid.
 *
 * @param options `full` is tried first; without it, the smallest value is.
 */
export function validSample(
  schema: Schema,
  pointer: Pointer,
  { full = false, ...options }: Pick<SampleOptions, "document" | "seed" | "full">,
  validate: Validate,
): { value: unknown } | undefined {
  const tried = new Set<string>();
  for (const withoutExamples of [false, true]) {
    for (const branch of branches) {
      for (const isFull of [full, !full]) {
        const value = sample(schema, pointer, { ...options, full: isFull, branch, withoutExamples });
        const text = JSON.stringify(value);
        if (tried.has(text)) continue;
        tried.add(text);
        if (validate(value).length === 0) return { value };
      }
    }
  }
  return undefined;
}
