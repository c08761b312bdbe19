import { boundOf } from "../../../openapi/schema-parts.ts";
import type { Candidate } from "../candidate.ts";
import type { Keyword } from "./keyword.ts";

/** Objects with more properties are not built. */
const maxCount = 1_000;

/** `minProperties` and `maxProperties`. */
export const properties: Keyword = {
  valid({ value, parts }) {
    const most = boundOf(parts, "maxProperties", "least");
    if (Array.isArray(value) || most === undefined || most > maxCount) return [];
    const object = (value ?? {}) as Record<string, unknown>;
    if (Object.keys(object).length >= most) return [];
    return [
      { name: "properties-most", value: fillUp(object, most, "name"), about: `has ${most} properties, the maximum` },
    ];
  },

  invalid({ value, parts }) {
    const object = value as Record<string, unknown>;
    const most = boundOf(parts, "maxProperties", "least");
    const least = boundOf(parts, "minProperties", "greatest");
    const candidates: Candidate[] = [];
    if (least !== undefined && least > 0) candidates.push({ name: "too-empty", value: {}, about: "has no properties" });
    if (most !== undefined && most < maxCount) {
      candidates.push({
        name: "too-full",
        value: fillUp(object, most + 1, "extra"),
        about: `has ${most + 1} properties, but the maximum is ${most}`,
      });
    }
    return candidates;
  },
};

/** Adds properties up to the count, each with the value of the first. */
function fillUp(object: Record<string, unknown>, count: number, prefix: string): Record<string, unknown> {
  const [filler] = Object.values(object);
  const missing = Array.from({ length: count - Object.keys(object).length }, (_, index) => [
    `${prefix}${index}`,
    filler ?? "x",
  ]);
  return { ...object, ...Object.fromEntries(missing) };
}
