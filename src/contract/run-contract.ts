import { UserError } from "../internal/user-error.ts";
import { isSafe } from "./chain/order.ts";
import type { Exchange } from "./http/client.ts";
import { readTarget, type Target } from "./http/target.ts";
import { createRedactor } from "./report/redact.ts";
import type { Report } from "./report/report.ts";
import type { Collector } from "./run/collect.ts";
import { type JudgedCase, sendCase, setupFailed } from "./run/judge.ts";
import { startJudging } from "./run/judging.ts";
import { createLanes } from "./run/lanes.ts";
import { openThings } from "./run/open-things.ts";
import { type Planned, planCases } from "./run/plan.ts";
import { type ContractOptions, openServer, prepareRun } from "./run/prepare.ts";
import { startRecording } from "./run/record.ts";
import { reasonToSkip } from "./run/safety.ts";
import { createShare } from "./run/share.ts";
import { createStop } from "./run/stop.ts";
import { whyUnreachable } from "./run/unreachable.ts";
import type { TestCase } from "./test-case.ts";

/**
 * Tests a server: sends every test case and collects the violations. Ends whatever the server does.
 *
 * @throws {UserError} exit code 2, if nothing can be tested: no server, no operation, an unusable document.
 */
export async function runContract(options: ContractOptions): Promise<Report> {
  const stop = createStop(options);
  const target = readTarget(options.url);
  const run = prepareRun(options, target.basePath);
  const { send, close } = openServer(target, run, { ...options, signal: stop.signal });
  const { collector, coverage, hints, report } = startRecording(options, run, target, createRedactor(run.hidden));
  const { breaker, lockout, judge, finish } = startJudging(run, target, true);
  const things = openThings(run, { target, send }, options);
  const lanes = createLanes<Sent>(options.concurrency ?? 1);
  const share = createShare(run.document, run.plan.selection);
  let requests = 0;
  let cases = 0;
  let judgedCases = 0;
  const record = ({ testCase, judged, why }: JudgedCase) => {
    if (why === undefined) collector.add(testCase, judged);
    else collector.skip(testCase.operation.id, why, testCase);
  };
  const settle = ({ testCase, exchanges }: Sent) => {
    if (++judgedCases === 1) refuseUnreachable(exchanges, target);
    requests += exchanges.length + (testCase.setup?.length ?? 0);
    if (exchanges.length === 0) return collector.skip(testCase.operation.id, setupFailed, testCase);
    coverage.note(testCase, exchanges);
    hints.note(exchanges);
    judge(testCase, exchanges).forEach(record);
  };
  /** Sends what the plan has next, unless it is to be skipped. */
  const begin = async (planned: Planned): Promise<void> => {
    if ("skipped" in planned) {
      const { skipped, cases: left } = planned;
      share.of(skipped.what);
      if (!left) collector.skip(skipped.what, skipped.why);
      for (const testCase of left ?? []) collector.skip(skipped.what, skipped.why, testCase);
      return;
    }
    const { case: testCase } = planned;
    const { operation, family } = testCase;
    const over = share.of(operation.id, family);
    const isAlone = runsAlone(testCase);
    await lanes.room(isAlone);
    const why =
      reasonToSkip(testCase, target, options) ?? breaker.reasonToSkip(testCase) ?? lockout.reasonToSkip(testCase);
    if (why !== undefined) return collector.skip(operation.id, why, testCase);
    options.onProgress?.({
      operation: operation.id,
      family,
      cases,
      violations: collector.violations,
      share: over,
    });
    const bound = await things.bind(testCase);
    if ("why" in bound) return collector.skip(operation.id, bound.why, testCase);
    cases++;
    lanes.start(
      sendCase(bound.got, send).then((exchanges) => {
        things.settle(bound.got, exchanges);
        return { testCase: bound.got, exchanges };
      }),
      isAlone,
    );
  };
  let stopped: string | undefined;
  try {
    for (const planned of planCases(run.plan)) {
      stopped = stop.reason(collector.violations) ?? lockout.reason();
      if (stopped !== undefined) break;
      await begin(planned);
      // While the server works, the previous responses are checked and the next test case is made.
      lanes.take().forEach(settle);
    }
    (await lanes.drain()).forEach(settle);
    await things.clear();
  } finally {
    close();
  }
  if (cases === 0 && stopped === undefined) throw new UserError(nothingSent(collector), 2);
  const [first, ...others] = finish();
  if (first) record(first);
  // One cause needs no more than one violation.
  for (const one of others) record(lockout.reason() === undefined ? one : { ...one, why: "every response is 401" });
  if (stopped !== undefined) for (const id of share.notBegun()) collector.skip(id, `not reached: ${stopped}`);
  return report(requests + things.requests, things, stopped);
}

/** A test case whose responses are not checked yet. */
interface Sent {
  testCase: TestCase;
  exchanges: Exchange[];
}

/** Whether nothing else may be sent at the same time: what the test case shows depends on what comes before and after it. */
function runsAlone({ role, setup, parallel, requests, chained, operation }: TestCase): boolean {
  return (
    role !== "variant" ||
    setup !== undefined ||
    parallel === true ||
    requests.length > 1 ||
    (!!chained && !isSafe(operation))
  );
}

/** Before the second case goes out: is there a server at all? */
function refuseUnreachable(exchanges: readonly Exchange[], target: Target): void {
  const why = whyUnreachable(exchanges, target);
  if (why !== undefined) throw new UserError(why, 2);
}

function nothingSent(collector: Collector): string {
  const [first, ...others] = collector.summary().skipped;
  const more = others.length > 0 ? `, and ${others.length} more` : "";
  return first
    ? `Nothing was tested. ${first.what}: ${first.why}${more}.`
    : "Nothing was tested: no test case is left. Check --only, --case and --shard, and that the document has operations.";
}
