import type { Violation } from "../violation.ts";
import type { ShownCase } from "./report.ts";
import { visible } from "./show.ts";

/** Explains the violations of one case, for a failing test: the request, the expected and the actual response, a pointer into the spec, and how to reproduce it. */
export function explainViolations(violations: readonly Violation[], shown: readonly ShownCase[], file: string): string {
  const words = violations
    .map(({ check, expected, actual, pointer }, index) => {
      const { title = "", curl } = shown[index] ?? shown[0] ?? {};
      const lines = [
        `${title} (${check})`,
        `  expected   ${expected}`,
        `  spec       ${file}#${pointer}`,
        `  actual     ${actual}`,
      ];
      return [...lines, ...(curl ? [`  reproduce  ${curl}`] : [])].join("\n");
    })
    .join("\n\n");
  return visible(words);
}
