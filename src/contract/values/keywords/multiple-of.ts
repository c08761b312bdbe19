import { boundOf } from "../../../openapi/schema-parts.ts";
import { type Candidate, shown } from "../candidate.ts";
import type { Keyword } from "./keyword.ts";
import { near } from "./number-steps.ts";

/** `multipleOf`, where an integer is a multiple of 1. The valid multiples come from `numbers`. */
export const multipleOf: Keyword = {
  invalid({ value, parts }) {
    const number = Number(value);
    const multiple = boundOf(parts, "multipleOf", "greatest");
    const off = (name: string, away: number, about: string): Candidate => {
      const changed = near(number, away);
      return { name, value: changed, about: `${about}: ${shown(changed)}` };
    };
    const fraction = off("fraction-small", 0.000_1, "has a small fraction");
    if (multiple === undefined) return [fraction];
    const about = `is not a multiple of ${multiple}`;
    return [
      off("multiple-off-1", Number.isInteger(multiple) ? 1 : multiple / 2, about),
      off("multiple-off-half", multiple / 2, about),
      off("multiple-off-tenth", multiple / 10, about),
      fraction,
    ];
  },
};
