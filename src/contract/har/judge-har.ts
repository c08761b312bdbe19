import { UserError } from "../../internal/user-error.ts";
import { indexPaths } from "../../openapi/path-template.ts";
import { pointTo } from "../../openapi/pointer.ts";
import { success } from "../cases/expected.ts";
import { toTestCase } from "../cases/family.ts";
import { judgeRequest } from "../checks/recorded-request.ts";
import { readTarget } from "../http/target.ts";
import type { ContractOperation } from "../model/operation.ts";
import { readOperations } from "../model/read.ts";
import { createRedactor } from "../report/redact.ts";
import type { Report } from "../report/report.ts";
import { judgeExchanges } from "../run/judge.ts";
import { type ContractOptions, prepareRun } from "../run/prepare.ts";
import { startRecording } from "../run/record.ts";
import type { TestCase } from "../test-case.ts";
import type { Violation } from "../violation.ts";
import { findOperation } from "./find-operation.ts";
import { type RecordedExchange, readHar } from "./read-har.ts";

/** Options of `judgeHar()`. */
export interface HarOptions extends Omit<ContractOptions, "url"> {
  /** Base URL of the server in the recording. @default any origin, paths from its root */
  url?: string | undefined;
}

/**
 * Checks recorded requests and responses (HAR 1.2) with the checks of a run. Framing and exact bytes are not checked: a
 * recording does not contain them.
 *
 * @throws {UserError} exit code 2, if it is not a HAR, or no entry matches an operation of the document.
 */
export async function judgeHar(data: unknown, { url, ...options }: HarOptions): Promise<Report> {
  const entries = readHar(data);
  const target = readTarget(url ?? entries[0]?.origin ?? "http://127.0.0.1");
  const run = prepareRun(options, target.basePath);
  const redactor = createRedactor(run.hidden, { foreign: true });
  const { collector, coverage, report } = startRecording(options, run, target, redactor);
  const operations: ContractOperation[] = [];
  for (const read of readOperations(run.document, run.plan.schemas)) {
    if ("operation" in read) operations.push(read.operation);
    else collector.skip(read.id, read.skipped);
  }
  const index = indexPaths(operations.map((operation) => [operation.path, operation] as const));
  let judged = 0;
  for (const [position, entry] of entries.entries()) {
    const operation = isHere(entry, url) ? findOperation(index, entry.exchange.request, target.basePath) : undefined;
    if (!operation) {
      collector.skip("traffic of other servers and paths", "not in the document", { family: "recorded" });
      continue;
    }
    const { exchange } = entry;
    const requestViolations = judgeRequest(operation, exchange.request, target.basePath);
    const testCase = recordedCase(operation, entry, position, requestViolations);
    if (options.caseId !== undefined && testCase.id !== options.caseId) continue;
    const violations = judgeExchanges(testCase, [exchange], { secrets: run.secrets, baseUrl: target.url });
    const result = { exchanges: [exchange], violations: [...requestViolations, ...violations] };
    coverage.note(testCase, result.exchanges);
    collector.add(testCase, result);
    judged++;
  }
  if (judged === 0)
    throw new UserError(
      "No entry of the recording matches an operation of the document: check --spec, --url and --case.",
      2,
    );
  return report(judged);
}

function isHere({ origin }: RecordedExchange, url: string | undefined): boolean {
  return url === undefined || new URL(url).origin === origin;
}

/** Makes a test case of a recorded call: a valid request should succeed; the response to an invalid one must be well formed. */
function recordedCase(
  operation: ContractOperation,
  { exchange }: RecordedExchange,
  index: number,
  requestViolations: Violation[],
): TestCase {
  const { method, target } = exchange.request;
  const isRejected = (exchange.response?.status ?? 0) >= 400;
  return toTestCase(operation, "recorded", {
    name: String(index),
    title: `entry ${index + 1} of the recording, ${method} ${target.split("?")[0]}`,
    requests: [exchange.request],
    // Only its author knows whether a valid request names things that exist: a documented refusal is accepted.
    expected: requestViolations.length > 0 || isRejected ? { outcome: "open" } : success(),
    pointer: pointTo(operation.pointer, "responses"),
  });
}
