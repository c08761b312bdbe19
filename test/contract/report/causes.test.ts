import { describe, expect, test } from "vitest";
import { groupCauses } from "../../../src/contract/report/causes.ts";
import { renderPretty } from "../../../src/contract/report/pretty.ts";
import { sampleReport, violation } from "./sample-report.ts";

/** The same violation of another operation. */
const of = (operation: string, changes: object = {}) =>
  violation({ operation, id: `${operation}/negative-data-rejection/invalidBody`, count: 2, ...changes });

describe("violations are grouped by cause", () => {
  test("where only the operation differs", () => {
    const causes = groupCauses([of("a"), of("b", { actual: "200: it was accepted" }), of("c"), of("d")]);
    expect(causes.map(({ operations, count }) => ({ operations, count }))).toEqual([
      { operations: ["a", "c", "d"], count: 6 },
      { operations: ["b"], count: 2 },
    ]);
  });

  test("which the report tells in one paragraph, with the operations listed", () => {
    const text = renderPretty(sampleReport({ violations: [of("createOrder"), of("createBill")] }));
    expect(text).toContain("\n1  2 operations: the server accepts what the spec forbids  (negative-data-rejection)\n");
    expect(text).toContain("\n   operations createOrder, createBill\n");
    expect(text).toContain("\n   id         OPERATION/negative-data-rejection/invalidBody\n");
    expect(text).not.toContain("\n2  ");
  });

  test("and a fix is shown where the violation has one", () => {
    const text = renderPretty(sampleReport({ violations: [violation({ fix: "give it a key" })] }));
    expect(text).toContain("\n   fix        give it a key\n   reproduce  ");
  });
});
