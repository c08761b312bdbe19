import { boundOf } from "../../../openapi/schema-parts.ts";
import { candidateOf } from "../candidate.ts";
import type { Keyword } from "./keyword.ts";
import { isIntegerOnly, stepOf } from "./number-steps.ts";

/** `type: number` and `integer`: zero, and the nearest valid numbers on both sides of it. */
export const numbers: Keyword = {
  valid: ({ parts }) => [
    candidateOf("zero", 0),
    candidateOf("negative", -stepOf(parts, isIntegerOnly(parts))),
    candidateOf("one", boundOf(parts, "multipleOf", "greatest") ?? 1),
  ],
};

/** `type: number` and `integer`: fractions, and integers in other notations. */
export const fractions: Keyword = {
  valid({ parts, value }) {
    const candidates = isIntegerOnly(parts) ? [] : [candidateOf("fraction", 1.5), candidateOf("small-fraction", 0.1)];
    if (typeof value !== "number" || !Number.isInteger(value) || Math.abs(value) >= 1e15) return candidates;
    // 1.0 is an integer: https://json-schema.org/draft/2020-12/json-schema-core#section-4.2.2
    return [
      ...candidates,
      { name: "point-zero", value, raw: `${value}.0`, about: `is written ${value}.0` },
      { name: "exponent", value, raw: `${value}e0`, about: `is written ${value}e0` },
    ];
  },
};
