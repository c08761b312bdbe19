import { boundOf, type SchemaPart, typesOf } from "../../../openapi/schema-parts.ts";

/** The step from one valid number to the next: `multipleOf`, else 1 for integers and 0.01 for others. */
export function stepOf(parts: readonly SchemaPart[], isInteger: boolean): number {
  return boundOf(parts, "multipleOf", "greatest") ?? (isInteger ? 1 : 0.01);
}

/** Whether the schema allows integers only. */
export function isIntegerOnly(parts: readonly SchemaPart[]): boolean {
  return !typesOf(parts)?.includes("number");
}

/** The sum of two numbers without the error of binary fractions: 0.1 and 0.2 give 0.3. */
export function near(number: number, away: number): number {
  return Number((number + away).toPrecision(15));
}
