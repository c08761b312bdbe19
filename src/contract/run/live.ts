import { readTarget } from "../http/target.ts";
import { explainViolations } from "../report/explain.ts";
import { nameOptions } from "../report/name-options.ts";
import { createRedactor } from "../report/redact.ts";
import { showCase } from "../report/show.ts";
import type { TestCase } from "../test-case.ts";
import { classify, isFailure, violationId } from "./classify.ts";
import { createHints } from "./hints.ts";
import { sendCase, setupFailed } from "./judge.ts";
import { startJudging } from "./judging.ts";
import { openThings } from "./open-things.ts";
import { type ContractOptions, openServer, type Prepared } from "./prepare.ts";
import { reasonToSkip } from "./safety.ts";
import { whyUnreachable } from "./unreachable.ts";
import type { Waivers } from "./waivers.ts";

/** What a test case shows: why it shows nothing, or what fails, in words; nothing where it passes. */
export type Shown = { skipped: string } | { failed?: string };

/** A run whose test cases each say at once what they show, as tests of a test runner do. */
export interface LiveRun {
  judge(testCase: TestCase): Promise<Shown>;
  /** Why nothing was sent: the first reason; undefined once something was. */
  whyNothing(): string | undefined;
  /** Deletes what was made, and closes the connections. */
  close(): Promise<void>;
}

/**
 * Opens a live run. One cause gives one failing test case: those after it are skipped, with the reason.
 *
 * @throws {UserError} exit code 2, if the URL is none.
 */
export function openLiveRun(run: Prepared, url: string, options: ContractOptions, waivers: Waivers): LiveRun {
  const redactor = createRedactor(run.hidden);
  const target = readTarget(url);
  const { basePath } = target;
  const opened = openServer(target, run, options);
  // Test cases are made before the server is known: the URL's base path is added when they are sent.
  const server = {
    target,
    send: (request: Parameters<typeof opened.send>[0]) =>
      opened.send({ ...request, target: basePath + request.target }),
  };
  const things = openThings(run, server, options);
  const hints = createHints(run.document, target);
  const { breaker, lockout, judge } = startJudging(run, target, false);
  let sent = 0;
  let firstReason: string | undefined;
  /** What a test case has said that holds for all others. */
  let told: string | undefined;

  const send = async (testCase: TestCase): Promise<Shown> => {
    sent++;
    const exchanges = await sendCase(testCase, server.send);
    if (exchanges.length === 0) return { skipped: setupFailed };
    const unreachable = sent === 1 ? whyUnreachable(exchanges, target) : undefined;
    if (unreachable !== undefined) {
      told = "no server responds";
      return { failed: unreachable };
    }
    things.settle(testCase, exchanges);
    hints.note(exchanges);
    const [recorded] = judge(testCase, exchanges);
    if (recorded?.why !== undefined) return { skipped: recorded.why };
    const failing = (recorded?.judged.violations ?? [])
      .map((violation) => ({ ...violation, id: redactor.text(violationId(testCase, violation)) }))
      .filter((violation) => isFailure(classify(violation, violation.id, waivers, options.strict)));
    if (failing.length === 0) return {};
    if (lockout.isLocked()) told = "every response is 401, as a test before this one says";
    const shown = failing
      .flatMap(({ exchange = 0 }) => exchanges[exchange] ?? [])
      .map((exchange) => showCase(testCase, exchange, target, redactor));
    const words = [explainViolations(failing, shown, run.file), ...hints.list()].join("\n\n");
    return { failed: redactor.text(words) };
  };

  return {
    async judge(testCase) {
      const why = told ?? reasonToSkip(testCase, target, options) ?? breaker.reasonToSkip(testCase);
      const bound = why === undefined ? await things.bind(testCase) : { why };
      const shown = "why" in bound ? { skipped: bound.why } : await send(bound.got);
      if (!("skipped" in shown)) return shown.failed === undefined ? shown : { failed: nameOptions(shown.failed) };
      const skipped = nameOptions(shown.skipped);
      firstReason ??= skipped;
      return { skipped };
    },
    whyNothing: () => (sent > 0 ? undefined : (firstReason ?? "no test case ran")),
    async close() {
      await things.clear();
      opened.close();
    },
  };
}
