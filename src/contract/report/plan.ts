import type { CountedPlan } from "../run/count-plan.ts";
import { plural } from "./summary.ts";
import { renderTable } from "./table.ts";

/** Renders a plan for people: the sum, a line for each operation, and what would not be sent. */
export function renderPlan({ operations, skipped, rate }: CountedPlan): string {
  const sum = (of: (operation: CountedPlan["operations"][number]) => number) =>
    operations.reduce((total, operation) => total + of(operation), 0);
  const requests = sum((operation) => operation.requests);
  const cases = sum((operation) => operation.cases);
  const time =
    rate === undefined ? "" : `, about ${duration(requests / rate)} at ${plural(rate, "request")} per second`;
  const rows = operations.map((operation) => [
    `${operation.method} ${operation.path}`,
    operation.id,
    String(operation.cases),
    String(operation.requests),
  ]);
  const left = skipped.map(
    ({ what, why, cases: count }) => `  ${what}: ${why}${count > 0 ? ` (${plural(count, "case")})` : ""}`,
  );
  return [
    `${plural(operations.length, "operation")}, ${plural(cases, "test case")}, ${plural(requests, "request")}${time}. Nothing was sent.`,
    ...(rows.length > 0 ? [renderTable(["request", "operation", "cases", "requests"], rows, 2)] : []),
    ...(left.length > 0 ? [["Not tested:", ...left].join("\n")] : []),
  ].join("\n\n");
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
