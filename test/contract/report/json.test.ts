import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { renderJson } from "../../../src/contract/report/json.ts";
import type { Report } from "../../../src/contract/report/report.ts";
import { sampleReport, shownCase, violation } from "./sample-report.ts";

const { Ajv2020 } = createRequire(import.meta.url)("ajv/dist/2020");
const addFormats = createRequire(import.meta.url)("ajv-formats");

const path = new URL("../../../src/contract/report/report.schema.json", import.meta.url);
const schema = JSON.parse(await readFile(path, "utf8"));
const validate = addFormats.default(new Ajv2020({ strictSchema: true, allErrors: true })).compile(schema);

function errors(report: Report): unknown {
  validate(JSON.parse(renderJson(report)));
  return validate.errors;
}

test("a report keeps its schema", () => {
  expect(errors(sampleReport())).toBeNull();
});

test("so does one of a test case without a response, without a curl line, and with exact bytes", () => {
  const request = { ...shownCase().request, body: undefined, base64: "AA==" };
  const cases = [shownCase({ response: undefined, curl: undefined, request })];
  expect(errors(sampleReport({ violations: [violation({ cases })] }))).toBeNull();
});

describe("what the schema does not know is an error", () => {
  const more = { more: 1 };
  const one = shownCase();
  const { document, families, waived, staleWaivers, skipped, unseen } = sampleReport();
  test.each<[string, object]>([
    ["in the report", more],
    ["in the document", { document: { ...document, ...more } }],
    ["in a family", { families: families.map((family) => ({ ...family, ...more })) }],
    ["in a violation", { violations: [{ ...violation(), ...more }] }],
    ["a reason in a violation that is not waived", { violations: [{ ...violation(), reason: "r" }] }],
    ["in what is waived", { waived: waived.map((entry) => ({ ...entry, ...more })) }],
    ["in a stale waiver", { staleWaivers: staleWaivers.map((entry) => ({ ...entry, ...more })) }],
    ["in what is skipped", { skipped: skipped.map((entry) => ({ ...entry, ...more })) }],
    ["in what is unseen", { unseen: unseen.map((entry) => ({ ...entry, ...more })) }],
    ["in a case", { violations: [violation({ cases: [{ ...one, ...more }] })] }],
    ["in a request", { violations: [violation({ cases: [{ ...one, request: { ...one.request, ...more } }] })] }],
    [
      "in a response",
      { violations: [{ ...violation(), cases: [{ ...one, response: { ...one.response, ...more } }] }] },
    ],
  ])("%s", (_, changes) => {
    expect(errors(sampleReport(changes))).not.toBeNull();
  });
});

test("everything in the schema is described", () => {
  const bare: string[] = [];
  const look = (node: Record<string, unknown>, at: string) => {
    for (const [name, property] of Object.entries((node.properties ?? {}) as Record<string, object>)) {
      if (!("description" in property || "$ref" in property)) bare.push(`${at}/${name}`);
      look(property as Record<string, unknown>, `${at}/${name}`);
    }
    if (node.items) look(node.items as Record<string, unknown>, `${at}/items`);
  };
  look(schema, "");
  for (const [name, definition] of Object.entries(schema.$defs)) look(definition as Record<string, unknown>, name);
  expect(bare).toEqual([]);
});
