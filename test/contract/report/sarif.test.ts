import { expect, test } from "vitest";
import { renderSarif } from "../../../src/contract/report/sarif.ts";
import { sampleReport } from "./sample-report.ts";

const { runs, ...log } = JSON.parse(renderSarif(sampleReport()));
const [run] = runs;

test("a log of one run, with the tool and its rules", () => {
  expect(log).toEqual({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0" });
  expect(run.tool.driver).toMatchObject({ name: "tool", version: "1.0.0" });
  expect(run.tool.driver.rules[0]).toEqual({
    id: "negative-data-rejection",
    shortDescription: { text: "the server accepts what the spec forbids" },
  });
  expect(run.invocations).toEqual([{ executionSuccessful: true, exitCode: 1 }]);
});

test("a result for each violation, at the document, with the pointer that states it and an id that stays", () => {
  expect(run.results[0]).toEqual({
    ruleId: "negative-data-rejection",
    level: "error",
    message: { text: expect.stringMatching(/^createOrder: 201: it was accepted; expected .* Reproduce: curl /) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: "generated/openapi.json" } },
        logicalLocations: [
          { fullyQualifiedName: "/components/schemas/Item/properties/quantity/type", kind: "element" },
        ],
      },
    ],
    partialFingerprints: { "violationId/v1": "createOrder/negative-data-rejection/invalidBody" },
  });
  expect(run.results[1].level).toBe("warning");
});

test("a waived violation is suppressed, with the reason", () => {
  expect(run.results.map(({ suppressions }: { suppressions?: unknown }) => suppressions)).toEqual([
    undefined,
    undefined,
    [{ kind: "external", justification: "known & filed" }],
  ]);
});

test("every result has a rule, and a partial run was not successful", () => {
  const rules = run.tool.driver.rules.map(({ id }: { id: string }) => id);
  for (const { ruleId } of run.results) expect(rules).toContain(ruleId);
  const partial = JSON.parse(renderSarif(sampleReport({ stopped: "the run was interrupted" })));
  expect(partial.runs[0].invocations[0].executionSuccessful).toBe(false);
});
