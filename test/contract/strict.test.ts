import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runContract } from "../../src/contract/index.ts";
import { bySeverity } from "../../src/contract/report/report.ts";
import type { Waiver } from "../../src/contract/run/waivers.ts";
import { packageRoot } from "../../src/internal/package-root.ts";
import { type MockOptions, startMock } from "../../src/mock/index.ts";
import { readData } from "../../src/openapi/read-document.ts";
import { readPersonaDocument } from "../openapi/persona-document.ts";

const document = await readPersonaDocument();
const waivers = (await readData(join(packageRoot, "test/contract/prism.waivers.yaml"))) as Waiver[];

async function judgeMock(options: object, mockOptions?: MockOptions) {
  const mock = await startMock(mockOptions);
  onTestFinished(() => mock.close());
  return runContract({ url: mock.url, document, ...options });
}

test("under --strict the mock breaks the contract only where its waivers say", async () => {
  const report = await judgeMock({ strict: true, waivers });
  expect(report.violations).toEqual([]);
  expect(report.staleWaivers).toEqual([]);
  expect(report.passed).toBe(true);
  expect(report.waived).toHaveLength(waivers.length);
  for (const { reason } of report.waived) expect(reason).toContain("Prism 5.14");
});

test("without its waivers it fails under --strict, and passes otherwise", async () => {
  expect((await judgeMock({ strict: true })).passed).toBe(false);
  const report = await judgeMock({});
  expect(report.passed).toBe(true);
  expect(bySeverity(report).errors).toEqual([]);
  expect(bySeverity(report).warnings).toHaveLength(waivers.length);
});

test("a waiver that matches nothing fails the run", async () => {
  const stale = { violation: "createPersona/status/no such thing", reason: "it was fixed" };
  const report = await judgeMock({ waivers: [stale] });
  expect(report.passed).toBe(false);
  expect(bySeverity(report).errors).toEqual([]);
  expect(report.staleWaivers).toEqual([{ id: stale.violation, reason: stale.reason }]);
});

test("a mock that requires a key, which the document leaves optional, rejects the baseline", async () => {
  const report = await judgeMock({}, { requireKey: true });
  expect(bySeverity(report).errors.map(({ id }) => id)).toEqual(["createPersona/no-success/no-success"]);
});
