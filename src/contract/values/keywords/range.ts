import { boundOf, type SchemaPart } from "../../../openapi/schema-parts.ts";
import { type Candidate, candidateOf, shown } from "../candidate.ts";
import type { Keyword } from "./keyword.ts";
import { isIntegerOnly, near, stepOf } from "./number-steps.ts";

/** `minimum`, `maximum`, `exclusiveMinimum` and `exclusiveMaximum`. */
export const range: Keyword = {
  valid({ parts }) {
    const step = stepOf(parts, isIntegerOnly(parts));
    return boundsOf(parts).flatMap(({ keyword, inward, isExclusive, bound }) => [
      ...(isExclusive ? [] : [candidateOf(`${keyword}-at`, bound)]),
      candidateOf(`${keyword}-inside`, near(bound, inward * step)),
    ]);
  },

  invalid({ value, parts }) {
    const number = Number(value);
    const step = stepOf(parts, Number.isInteger(number));
    return boundsOf(parts).flatMap((bound) =>
      bound.isExclusive ? outsideExclusive(bound, step) : outside(bound, step, number),
    );
  },
};

interface Bound {
  keyword: string;
  /** The direction of valid numbers: 1 is up, -1 is down. */
  inward: 1 | -1;
  isExclusive: boolean;
  bound: number;
}

const keywords: Omit<Bound, "bound">[] = [
  { keyword: "minimum", inward: 1, isExclusive: false },
  { keyword: "maximum", inward: -1, isExclusive: false },
  { keyword: "exclusiveMinimum", inward: 1, isExclusive: true },
  { keyword: "exclusiveMaximum", inward: -1, isExclusive: true },
];

function boundsOf(parts: readonly SchemaPart[]): Bound[] {
  return keywords.flatMap((entry) => {
    const bound = boundOf(parts, entry.keyword, entry.inward > 0 ? "greatest" : "least");
    return bound === undefined ? [] : [{ ...entry, bound }];
  });
}

function outside({ keyword, inward, bound }: Bound, step: number, number: number): Candidate[] {
  const isLower = inward > 0;
  const side = isLower ? "below" : "above";
  return [
    invalid(`${keyword}-off`, near(bound, -inward * step), `is ${side} the ${keyword} ${bound}`),
    invalid(`${keyword}-fraction`, near(bound, -inward * 0.01), `is just ${side} the ${keyword} ${bound}`),
    invalid(`${keyword}-far`, near(bound, -inward * step * 1_000_000), `is far ${side} the ${keyword} ${bound}`),
    invalid(`${keyword}-64-bits`, -inward * 1e20, `is ${side} the ${keyword} ${bound} and does not fit 64 bits`),
    ...(isLower && bound > 0 ? [invalid("negative", -number, "is negative")] : []),
    ...(isLower && bound >= 0 ? [invalid("minus-one-step", -step, "is negative")] : []),
  ];
}

function outsideExclusive({ keyword, inward, bound }: Bound, step: number): Candidate[] {
  return [
    invalid(`${keyword}-at`, bound, `equals ${keyword} ${bound}`),
    invalid(`${keyword}-off`, near(bound, -inward * step), `is beyond ${keyword} ${bound}`),
  ];
}

function invalid(name: string, value: number, about: string): Candidate {
  return { name, value, about: `${about}: ${shown(value)}` };
}
