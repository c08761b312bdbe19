import type { ReportedViolation } from "./report.ts";

/** Violations of several operations that have one cause. */
export interface Cause {
  /** The first of them, which stands for all. */
  violation: ReportedViolation;
  /** The operations, in the report's order. */
  operations: string[];
  /** How many test cases show it. */
  count: number;
}

/** Groups violations that differ in nothing but their operation. */
export function groupCauses(violations: readonly ReportedViolation[]): Cause[] {
  const causes = new Map<string, Cause>();
  for (const violation of violations) {
    const { id, operation, expected, actual, count } = violation;
    const key = JSON.stringify([id.slice(operation.length), expected, actual]);
    const known = causes.get(key);
    if (known) {
      known.operations.push(operation);
      known.count += count;
    } else causes.set(key, { violation, operations: [operation], count });
  }
  return [...causes.values()];
}
