import type { Violation } from "../violation.ts";
import type { ShownCase } from "./report.ts";
import { visible } from "./visible.ts";

/** Findings of one case in words, for a test's failure: what was sent, due, documented, got, and how to send it again. */
export function explainViolations(violations: readonly Violation[], shown: readonly ShownCase[], file: string): string {
  const words = violations
    .map(({ check, expected, got, pointer }, index) => {
      const { title = "", curl } = shown[index] ?? shown[0] ?? {};
      const lines = [
        `${title} (${check})`,
        `  expected  ${expected}`,
        `  says      ${file}#${pointer}`,
        `  came      ${got}`,
      ];
      return [...lines, ...(curl ? [`  replay    ${curl}`] : [])].join("\n");
    })
    .join("\n\n");
  return visible(words);
}
