import { candidateOf, shown } from "../candidate.ts";
import { formatNearMisses } from "../format-near-misses.ts";
import { formatExamples, formatOf, numberFormatRanges } from "../formats.ts";
import type { Keyword } from "./keyword.ts";

/** `format` of strings. */
export const stringFormat: Keyword = {
  valid: ({ parts }) =>
    (formatExamples[formatOf(parts) ?? ""] ?? []).map((text, index) => candidateOf(`format-${index}`, text)),

  invalid({ value, parts }) {
    const format = formatOf(parts) ?? "";
    const misses = formatNearMisses[format]?.(String(value)) ?? [];
    return misses.map((miss, index) => ({
      name: `${format}-${index}`,
      value: miss.value,
      about: `is not a valid ${format} (${miss.about}): ${shown(miss.value)}`,
      disputed: miss.disputed ?? false,
    }));
  },
};

/** `format` of numbers. Where a format sets no range, values just beyond 32 bits are valid. */
export const numberFormat: Keyword = {
  valid({ parts }) {
    const [low, high] = numberFormatRanges[formatOf(parts) ?? ""] ?? [-2_147_483_649, 2_147_483_648];
    return [candidateOf("large", high), candidateOf("large-negative", low)];
  },

  invalid({ parts }) {
    const limits = numberFormatRanges[formatOf(parts) ?? ""];
    if (!limits) return [];
    const [low, high] = limits;
    // Many validators treat a number format as an annotation.
    const about = `is out of range for ${formatOf(parts)}`;
    const outside = (name: string, value: number) => ({
      name,
      value,
      about: `${about}: ${value}`,
      disputed: true,
    });
    return [outside("format-high", high + 1), outside("format-low", low - 1)];
  },
};
