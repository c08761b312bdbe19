import type { Fault, Report, ShownCase } from "../../../src/contract/report/report.ts";

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

/** A fault that twelve cases show. */
export function fault(changes: Partial<Fault> = {}): Fault {
  return {
    id: "createOrder/negative-data-rejection/invalidBody",
    operation: "createOrder",
    check: "negative-data-rejection",
    expected: "a refusal with 422",
    got: "201: it was accepted",
    pointer: "/components/schemas/Item/properties/quantity/type",
    count: 12,
    cases: [shownCase()],
    ...changes,
  };
}

/** A report of a run that found one of everything. */
export function sampleReport(changes: Partial<Report> = {}): Report {
  return {
    tool: "tool/1.0.0",
    url: "http://127.0.0.1:8080",
    document: { title: "Orders", version: "2.0.0", file: "generated/openapi.json" },
    seed: 7,
    startedAt: "2026-11-23T12:00:00.000Z",
    durationMs: 1_234,
    requests: 50,
    holds: false,
    families: [
      { family: "type", cases: 40, held: 28, violations: 12, advice: 0, waived: 0, skipped: 2 },
      { family: "required", cases: 10, held: 8, violations: 0, advice: 1, waived: 2, skipped: 0 },
    ],
    faults: [fault()],
    advice: [fault({ id: "createOrder/allow/absent", check: "allow", count: 1 })],
    waived: [{ ...fault({ id: "createOrder/status/missing", count: 2 }), reason: "known & filed" }],
    staleWaivers: [{ id: "gone/*", reason: "mended" }],
    skipped: [{ what: "getOrder", why: "no order is known", cases: 2 }],
    unseen: [{ operation: "createOrder", statuses: ["409", "5XX"] }],
    unlisted: 0,
    ...changes,
  };
}
