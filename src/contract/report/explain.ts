import type { Violation } from "../violation.ts";
import type { ShownCase } from "./report.ts";
import { visible } from "./show.ts";

/** Explains the violations of one case, for a failing test: the request, the expected and the actual response, a pointer into the spec, how to reproduce it, and the id that a waiver names. */
export function explainViolations(
  violations: readonly (Violation & { id: string })[],
  shown: readonly ShownCase[],
  file: string,
): string {
  const words = violations
    .map(({ id, check, expected, actual, pointer, fix }, index) => {
      const { title = "", curl } = shown[index] ?? shown[0] ?? {};
      const lines = [
        `${title} (${check})`,
        `  expected   ${expected}`,
        `  spec       ${file}#${pointer}`,
        `  actual     ${actual}`,
      ];
      return [
        ...lines,
        ...(fix ? [`  fix        ${fix}`] : []),
        ...(curl ? [`  reproduce  ${curl}`] : []),
        `  id         ${id}`,
      ].join("\n");
    })
    .join("\n\n");
  return visible(words);
}
