import { describe, expect, test } from "vitest";
import { renderGithub, renderMarkdown } from "../../../src/contract/report/github.ts";
import { sampleReport, violation } from "./sample-report.ts";

describe("annotations for GitHub Actions", () => {
  test("the verdict, and a line for each cause", () => {
    expect(renderGithub(sampleReport()).split("\n")).toEqual([
      "::error title=Contract::The server does not keep the contract of Orders 2.0.0: 1 error, and 1 stale waiver, 50 cases.",
      "::error title=createOrder%3A the server accepts what the spec forbids::request: `items[0].quantity` is \"5\" in place of an integer%0Aexpected: a refusal with 422%0Aactual: 201: it was accepted%0Aspec: generated/openapi.json#/components/schemas/Item/properties/quantity/type%0Areproduce: curl -sS -i -X POST 'http://127.0.0.1:8080/orders'",
    ]);
  });

  test("a server that keeps the contract gets a notice", () => {
    const report = sampleReport({ violations: [], waived: [], staleWaivers: [], skipped: [], passed: true });
    expect(renderGithub(report)).toBe(
      "::notice title=Contract::The server keeps the contract of Orders 2.0.0: 50 cases.",
    );
  });

  test("no more than GitHub shows, with the rest counted", () => {
    const violations = Array.from({ length: 15 }, (_, index) =>
      violation({ id: `createOrder/status/${index}`, actual: `${index}` }),
    );
    const lines = renderGithub(sampleReport({ violations })).split("\n");
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe("::error title=Contract::6 causes more: see the job summary");
  });

  test("what a server sends cannot begin a command of its own", () => {
    const actual = "200\r\n::set-env name=A::%25";
    const [, line = ""] = renderGithub(sampleReport({ violations: [violation({ actual })] })).split("\n");
    expect(line).toContain("actual: 200%0D%0A::set-env name=A::%2525%0A");
  });
});

describe("the summary of a job", () => {
  test("has the verdict, a table of causes, warnings, and the families", () => {
    const text = renderMarkdown(sampleReport());
    expect(text.split("\n\n").map((section) => section.split("\n")[0])).toEqual([
      "## Contract",
      "The server does not keep the contract of Orders 2.0.0: 1 error, and 1 stale waiver, 50 cases.",
      "| Operation | Violation | Actual | Expected | Test cases |",
      "Warnings:",
      expect.stringMatching(/^- createOrder: /),
      "| Family | Test cases | Passed | Failed | Skipped |",
    ]);
    expect(text).toContain("\n| createOrder | the server accepts what the spec forbids | 201: it was accepted | ");
  });

  test("what a server sends stays in its cell and is no markup", () => {
    const actual = "200 | <img src=x> [a](b)\nnext & *b*";
    const text = renderMarkdown(sampleReport({ violations: [violation({ actual })] }));
    expect(text).toContain("| 200 \\| &lt;img src=x> \\[a\\](b) next &amp; \\*b\\* |");
  });
});
