import { readFileSync } from "node:fs";
import { parseYaml } from "../../src/openapi/parse-yaml.ts";
import { valueAt } from "../../src/openapi/pointer.ts";
import { pointerOf } from "../../src/openapi/reference.ts";

/** What Redocly says of an example, and where. */
export interface ExampleProblem {
  rule: string;
  message: string;
  /** Absolute path. */
  file: string;
  /** With its `#`. */
  pointer: string | undefined;
}

/**
 * Whether a valid example is called invalid: Redocly divides without a tolerance, so that 0.07 is no multiple of 0.01, and
 * finds in every object the properties of all objects, such as `constructor`. Our validators do neither.
 */
export function isFalseAlarm({ rule, message, file, pointer }: ExampleProblem): boolean {
  if (!/^no-invalid-\S+-examples$/.test(rule)) return false;
  const [, divisor] = /must be multiple of ([\d.e+-]+?)\.?$/.exec(message) ?? [];
  const [, name = ""] = /`(\w+)` property/.exec(message) ?? [];
  if (divisor === undefined && !(name in {})) return false;
  const value = valueAt(parseYaml(readFileSync(file, "utf8")).document.toJS(), pointerOf(pointer ?? "") ?? "");
  if (divisor === undefined) return value === undefined;
  const quotient = Number(value) / Number(divisor);
  return Math.abs(quotient - Math.round(quotient)) < 1e-9;
}
