import { UserError } from "../internal/user-error.ts";
import { createInvalidThings } from "./checks/invalid-things.ts";
import type { Exchange } from "./http/client.ts";
import type { Target } from "./http/target.ts";
import { createRedactor } from "./report/redact.ts";
import type { Report } from "./report/report.ts";
import { createCircuitBreaker } from "./run/circuit-breaker.ts";
import type { Collector } from "./run/collect.ts";
import { type JudgedCase, judgeExchanges, sendCase, setupFailed } from "./run/judge.ts";
import { openThings } from "./run/open-things.ts";
import { type Planned, planCases } from "./run/plan.ts";
import { type ContractOptions, openServer, prepareRun } from "./run/prepare.ts";
import { startRecording } from "./run/record.ts";
import { reasonToSkip } from "./run/safety.ts";
import { createVerdicts } from "./run/verdicts.ts";
import type { TestCase } from "./test-case.ts";

/**
 * Tests a server: sends every test case and collects the violations. Ends whatever the server does.
 *
 * @throws {UserError} exit code 2, if nothing can be tested: no server, no operation, an unusable document.
 */
export async function runContract(options: ContractOptions): Promise<Report> {
  const { target, send, close } = openServer(options.url, options);
  const run = prepareRun(options, target.basePath);
  const { collector, coverage, hints, report } = startRecording(options, run, target, createRedactor(run.token));
  const invalidThings = createInvalidThings();
  const context = { secret: run.secret, baseUrl: target.url, invalidThings };
  const breaker = createCircuitBreaker();
  const verdicts = createVerdicts(run.plan, true);
  const things = openThings(run, { target, send }, options);
  let requests = 0;
  let cases = 0;
  const record = ({ testCase, judged, why }: JudgedCase) => {
    if (why === undefined) collector.add(testCase, judged);
    else collector.skip(testCase.operation.id, why, testCase.family);
  };
  const judge = ({ testCase, exchanges }: Sent) => {
    if (cases === 1) refuseUnreachable(exchanges, target);
    if (exchanges.length === 0) return collector.skip(testCase.operation.id, setupFailed, testCase.family);
    const judged = { exchanges, violations: judgeExchanges(testCase, exchanges, context) };
    invalidThings.note(testCase, exchanges, target.basePath);
    breaker.note(testCase, exchanges);
    coverage.note(testCase, exchanges);
    hints.note(exchanges);
    verdicts.note({ testCase, judged }).forEach(record);
  };
  /** Sends what the plan has next, unless it is to be skipped. */
  const begin = (planned: Planned): Promise<Sent | undefined> | undefined => {
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
    return sendBound(testCase);
  };
  const sendBound = async (testCase: TestCase): Promise<Sent | undefined> => {
    const bound = await things.bind(testCase);
    if ("why" in bound) {
      collector.skip(testCase.operation.id, bound.why, testCase.family);
      return undefined;
    }
    const exchanges = await sendCase(bound.got, send);
    things.settle(bound.got, exchanges);
    return { testCase: bound.got, exchanges };
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
      last = await begun;
      if (!last) continue;
      requests += last.exchanges.length + (last.testCase.setup?.length ?? 0);
      cases++;
    }
    if (last) judge(last);
    await things.clear();
  } finally {
    close();
  }
  if (cases === 0) throw new UserError(nothingSent(collector), 2);
  verdicts.finish().forEach(record);
  return report(requests + things.requests, things);
}

/** A test case whose responses are not checked yet. */
interface Sent {
  testCase: TestCase;
  exchanges: Exchange[];
}

/** Before the second case goes out: is there a server at all? */
function refuseUnreachable([exchange]: readonly Exchange[], { url }: Target): void {
  const { failure } = exchange ?? {};
  if (failure?.kind === "refused")
    throw new UserError(`No server responds on ${url} (${failure.message}). Start the server or correct --url.`, 2);
}

function nothingSent(collector: Collector): string {
  const [first, ...others] = collector.summary().skipped;
  const more = others.length > 0 ? `, and ${others.length} more` : "";
  return first
    ? `Nothing was tested. ${first.what}: ${first.why}${more}.`
    : "Nothing was tested: no test case is left. Check --only, --case and --shard, and that the document has operations.";
}
