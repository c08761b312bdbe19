import type { Row } from "./rows.ts";
import type { Tried } from "./try-runtime.ts";

/** Renders the matrix: for each row the result, and for each runtime a check mark or the result that it has instead. */
export function renderMatrix(rows: readonly Row[], tried: readonly Tried[]): string {
  const lines = rows.map((row, index) => {
    const cells = tried.map(({ results }) => {
      const { result } = results[index] ?? { result: "not tried" };
      return result === row.result ? "✓" : result;
    });
    return [row.name, row.result, ...cells];
  });
  return [["Server", "Result", ...tried.map(({ name }) => name)], Array(tried.length + 2).fill("---"), ...lines]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

/** Renders whether a runtime passed, and a line for each row that ended otherwise. */
export function renderOutcome(rows: readonly Row[], { name, results }: Tried): string {
  const lines = results.flatMap(({ result, expected, message }, index) =>
    expected
      ? []
      : [`  ${rows[index]?.name}: ${result}, not ${rows[index]?.result}${message ? `\n    ${message}` : ""}`],
  );
  return [`${name}  ${lines.length > 0 ? "FAILED" : "passed"}`, ...lines].join("\n");
}
