import type { CaseResult, Report, ReportedViolation, ShownCase } from "../../../src/contract/report/report.ts";
import { summarize } from "../../../src/contract/report/summary.ts";

/** A case as `showCase` gives it. */
export function shownCase(changes: Partial<ShownCase> = {}): ShownCase {
  return {
    id: "createOrder/type/quantity",
    title: '`items[0].quantity` is "5" in place of an integer',
    request: {
      method: "POST",
      url: "http://127.0.0.1:8080/orders",
      headers: [["Content-Type", "application/json"]],
      body: '{"items":[{"quantity":"5"}]}',
    },
    response: { status: 201, headers: [["Content-Type", "application/json"]], body: '{"id":"o1"}' },
    curl: "curl -sS -i -X POST 'http://127.0.0.1:8080/orders'",
    ...changes,
  };
}

/** A violation that twelve cases show. */
export function violation(changes: Partial<ReportedViolation> = {}): ReportedViolation {
  return {
    id: "createOrder/negative-data-rejection/invalidBody",
    operation: "createOrder",
    check: "negative-data-rejection",
    severity: "error",
    expected: "a refusal with 422",
    actual: "201: it was accepted",
    pointer: "/components/schemas/Item/properties/quantity/type",
    count: 12,
    cases: [shownCase()],
    ...changes,
  };
}

/** A test case that passed. */
export function caseResult(changes: Partial<CaseResult> = {}): CaseResult {
  return {
    id: "createOrder/type/quantity",
    operation: "createOrder",
    family: "type",
    title: '`items[0].quantity` is "5" in place of an integer',
    result: "passed",
    violations: [],
    ...changes,
  };
}

/** A report of a run that found one of everything. */
export function sampleReport(changes: Partial<Report> = {}): Report {
  const report = {
    tool: "tool/1.0.0",
    url: "http://127.0.0.1:8080",
    document: { title: "Orders", version: "2.0.0", file: "generated/openapi.json" },
    seed: 7,
    startedAt: "2026-11-23T12:00:00.000Z",
    durationMs: 1_234,
    requests: 50,
    strict: false,
    passed: false,
    operations: { total: 1, tested: 1 },
    limits: [],
    cases: [
      caseResult({ id: "createOrder/examples/0", family: "examples", title: "a valid request" }),
      caseResult({ result: "failed", violations: ["createOrder/negative-data-rejection/invalidBody"] }),
      caseResult({
        id: "createOrder/type/name",
        result: "failed",
        violations: ["createOrder/negative-data-rejection/invalidBody"],
      }),
      caseResult({
        id: "createOrder/required/note",
        family: "required",
        result: "waived",
        violations: ["createOrder/status/missing"],
      }),
      caseResult({
        id: "getOrder/examples/0",
        operation: "getOrder",
        family: "examples",
        result: "skipped",
        why: "no order is known",
      }),
    ],
    families: [
      { family: "type", cases: 40, passed: 28, failed: 12, warnings: 0, waived: 0, skipped: 2 },
      { family: "required", cases: 10, passed: 8, failed: 0, warnings: 1, waived: 2, skipped: 0 },
    ],
    violations: [
      violation(),
      violation({ id: "createOrder/allow/absent", check: "allow", severity: "warning", count: 1 }),
    ],
    waived: [{ ...violation({ id: "createOrder/status/missing", count: 2 }), reason: "known & filed" }],
    staleWaivers: [{ id: "gone/*", reason: "fixed" }],
    skipped: [{ what: "getOrder", why: "no order is known", cases: 2 }],
    unseen: [{ operation: "createOrder", statuses: ["409", "5XX"] }],
    hints: [],
    things: { made: 12, deleted: 9, left: 3 },
    sources: [
      { operation: "getOrder", value: "path orderId", from: "createOrder", how: "$response.body#/id of a link" },
      { operation: "getBill", value: "path billId", from: undefined, how: "createBill answered 500" },
    ],
    unlisted: 0,
    ...changes,
  };
  return { schemaVersion: 1, summary: summarize(report), ...report };
}
