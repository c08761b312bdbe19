import { UserError } from "../../internal/user-error.ts";
import { indexPaths } from "../../openapi/path-template.ts";
import { pointTo } from "../../openapi/pointer.ts";
import { success } from "../cases/context.ts";
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
import { judgeRequest } from "./judge-request.ts";
import { type RecordedExchange, readHar } from "./read-har.ts";

/** What traffic is judged by. */
export interface HarOptions extends Omit<ContractOptions, "url"> {
  /** Base URL of the server in the recording. Default: any origin, paths from its root. */
  url?: string | undefined;
}

/**
 * Judges recorded traffic (HAR 1.2) with the checks of a run, requests too. What a recording does not hold, framing and
 * exact bytes, is not judged.
 *
 * @throws {UserError} exit code 2, where it is no HAR, or no entry is about an operation of the document.
 */
export async function judgeHar(data: unknown, { url, ...options }: HarOptions): Promise<Report> {
  const entries = readHar(data);
  const target = readTarget(url ?? entries[0]?.origin ?? "http://127.0.0.1");
  const run = prepareRun(options, target.basePath);
  const redactor = createRedactor(run.token, { foreign: true });
  const { collector, outlook, report } = startRecording(options, run, target, redactor);
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
      collector.skip("traffic of other servers and paths", "the document does not describe it", "recorded");
      continue;
    }
    const { exchange } = entry;
    const faults = judgeRequest(operation, exchange.request, target.basePath);
    const testCase = recordedCase(operation, entry, position, faults);
    const violations = judgeExchanges(testCase, [exchange], run.around);
    const result = { exchanges: [exchange], violations: [...faults, ...violations] };
    outlook.note(testCase, result);
    collector.add(testCase, result);
    judged++;
  }
  if (judged === 0)
    throw new UserError("No entry of the recording is about an operation of the document: check --spec and --url.", 2);
  return report(judged);
}

function isHere({ origin }: RecordedExchange, url: string | undefined): boolean {
  return url === undefined || new URL(url).origin === origin;
}

/** A recorded call as a case: a valid one should succeed, and what came of an invalid one must still be well formed. */
function recordedCase(
  operation: ContractOperation,
  { exchange }: RecordedExchange,
  index: number,
  faults: Violation[],
): TestCase {
  const { method, target } = exchange.request;
  const isRefused = (exchange.response?.status ?? 0) >= 400;
  return {
    id: `${operation.id}/recorded/${index}`,
    family: "recorded",
    title: `entry ${index + 1} of the recording, ${method} ${target.split("?")[0]}`,
    operation,
    requests: [exchange.request],
    // Whether what a valid request names exists, only who recorded it knows: a documented refusal is as good.
    expected: faults.length > 0 || isRefused ? { outcome: "open" } : success(),
    pointer: pointTo(operation.pointer, "responses"),
  };
}
