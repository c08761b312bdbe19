import { UserError } from "../internal/user-error.ts";
import { findCheck } from "./checks/index.ts";
import type { Exchange } from "./http/client.ts";
import type { Target } from "./http/target.ts";
import { createRedactor } from "./report/redact.ts";
import type { Report } from "./report/report.ts";
import { type Baselines, createBaselines } from "./run/baselines.ts";
import { createCircuitBreaker } from "./run/circuit-breaker.ts";
import type { Collector } from "./run/collect.ts";
import { type Judged, judgeExchanges, sendCase, setupFailed } from "./run/judge.ts";
import { type Planned, planCases } from "./run/plan.ts";
import { type ContractOptions, openServer, prepareRun } from "./run/prepare.ts";
import { startRecording } from "./run/record.ts";
import { reasonToSkip } from "./run/safety.ts";
import type { TestCase } from "./test-case.ts";

/**
 * Tests a server: sends every test case and collects the violations. Ends whatever the server does.
 *
 * @throws {UserError} exit code 2, if nothing can be tested: no server, no operation, an unusable document.
 */
export async function runContract(options: ContractOptions): Promise<Report> {
  const { target, send, close } = openServer(options.url, options);
  const run = prepareRun(options, target.basePath);
  const { collector, coverage, report } = startRecording(options, run, target, createRedactor(run.token));
  const context = { secret: run.secret, baseUrl: target.url };
  const breaker = createCircuitBreaker();
  const baselines = createBaselines();
  let requests = 0;
  let cases = 0;
  const judge = ({ testCase, exchanges }: Sent) => {
    if (cases === 1) refuseUnreachable(exchanges, target);
    if (exchanges.length === 0) return collector.skip(testCase.operation.id, setupFailed, testCase.family);
    const judged = { exchanges, violations: judgeExchanges(testCase, exchanges, context) };
    breaker.note(testCase, exchanges);
    coverage.note(testCase, exchanges);
    baselines.note(testCase, judged);
    collector.add(testCase, unmasked(testCase, judged, baselines));
  };
  /** Starts to send the next entry of the plan, unless it is skipped. */
  const begin = (planned: Planned): { testCase: TestCase; sending: Promise<Exchange[]> } | undefined => {
    if ("skipped" in planned) {
      collector.skip(planned.skipped.what, planned.skipped.why);
      return undefined;
    }
    const { case: testCase } = planned;
    const { operation, family } = testCase;
    const why = reasonToSkip(testCase, target, options) ?? breaker.reasonToSkip(testCase);
    if (why !== undefined) {
      collector.skip(operation.id, why, family);
      return undefined;
    }
    options.onProgress?.({ operation: operation.id, family, cases, violations: collector.violations });
    return { testCase, sending: sendCase(testCase, send) };
  };
  try {
    let last: Sent | undefined;
    const plan = planCases(run.plan);
    for (let next = plan.next(); !next.done; ) {
      const begun = begin(next.value);
      // While the server works, the previous responses are checked and the next test case is made.
      if (last) judge(last);
      last = undefined;
      next = plan.next();
      if (!begun) continue;
      last = { testCase: begun.testCase, exchanges: await begun.sending };
      requests += last.exchanges.length + (last.testCase.setup?.length ?? 0);
      cases++;
    }
    if (last) judge(last);
  } finally {
    close();
  }
  if (cases === 0) throw new UserError(nothingSent(collector), 2);
  for (const { testCase, judged } of baselines.failures()) collector.add(testCase, judged);
  return report(requests);
}

/** A test case whose responses are not checked yet. */
interface Sent {
  testCase: TestCase;
  exchanges: Exchange[];
}

/** Drops violations that the baseline may explain, until the baseline has succeeded. */
function unmasked(testCase: TestCase, judged: Judged, baselines: Baselines): Judged {
  if (baselines.hasSucceeded(testCase)) return judged;
  return { ...judged, violations: judged.violations.filter(({ check }) => !findCheck(check)?.needsBaseline) };
}

/** Ends the run if the first connection was refused. */
function refuseUnreachable([exchange]: readonly Exchange[], { url }: Target): void {
  const { failure } = exchange ?? {};
  if (failure?.kind === "refused")
    throw new UserError(`No server responds on ${url} (${failure.message}). Start the server or correct --url.`, 2);
}

function nothingSent(collector: Collector): string {
  const [first] = collector.summary().skipped;
  return first
    ? `Nothing was tested. ${first.what}: ${first.why}.`
    : "Nothing was tested: no test case is left. Check --only, --case and --shard, and that the document has operations.";
}
