import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Things } from "./chain/things.ts";
import { createInvalidThings } from "./checks/invalid-things.ts";
import { explainViolations } from "./report/explain.ts";
import { createRedactor } from "./report/redact.ts";
import { showCase } from "./report/show.ts";
import { showCoverage } from "./report/summary.ts";
import { classify, isFailure, violationId } from "./run/classify.ts";
import { createHints, type Hints } from "./run/hints.ts";
import { judgeExchanges, sendCase, setupFailed } from "./run/judge.ts";
import { openThings } from "./run/open-things.ts";
import { planCases } from "./run/plan.ts";
import { type ContractOptions, openServer, prepareRun } from "./run/prepare.ts";
import { reasonToSkip } from "./run/safety.ts";
import { createVerdicts, type Verdicts } from "./run/verdicts.ts";
import { readWaivers } from "./run/waivers.ts";
import type { TestCase } from "./test-case.ts";

/** Options of `describeContract()`; `url` may be a function, for a server that a hook starts. */
export interface DescribeContractOptions extends Omit<ContractOptions, "url" | "onProgress"> {
  url: string | (() => string | Promise<string>);
}

/**
 * Declares a vitest test for every test case, so filters, watch mode, reporters and `--shard` work as usual. A test fails
 * on an error, with the report's text and curl line; warnings fail only with `strict`.
 *
 * @throws {UserError} while tests are collected, if the document or a waiver is unusable.
 */
export function describeContract({ url, ...options }: DescribeContractOptions): void {
  // Test cases are made before the server is known: the URL's base path is added when they are sent.
  const run = prepareRun(options);
  const redactor = createRedactor(run.token);
  const waivers = readWaivers(options.waivers ?? [], "waivers");
  let server: ReturnType<typeof openServer>;
  let things: Things;
  let verdicts: Verdicts;
  let hints: Hints;
  const invalidThings = createInvalidThings();
  let sent = 0;

  describe(`${run.document.info.title} ${run.document.info.version}, seed ${run.seed}`, () => {
    beforeAll(async () => {
      const { target, send, close } = openServer(typeof url === "string" ? url : await url(), options);
      const { basePath } = target;
      server = { target, close, send: (request) => send({ ...request, target: basePath + request.target }) };
      things = openThings(run, server, options);
      hints = createHints(run.document, target);
      // Each test says at once what it shows.
      verdicts = createVerdicts({ ...run.plan, basePath }, false);
    });
    afterAll(async () => {
      await things?.clear();
      server?.close();
      if (sent === 0) expect.fail("Nothing was tested: every test case was skipped.");
    });

    /** Sends a case and fails on an error; returns why it shows nothing, where it does not. */
    const judge = async (testCase: TestCase): Promise<string | undefined> => {
      sent++;
      const exchanges = await sendCase(testCase, server.send);
      if (exchanges.length === 0) return setupFailed;
      things.settle(testCase, exchanges);
      hints.note(exchanges);
      const judged = {
        exchanges,
        violations: judgeExchanges(testCase, exchanges, {
          secret: run.secret,
          baseUrl: server.target.url,
          invalidThings,
        }),
      };
      invalidThings.note(testCase, exchanges, server.target.basePath);
      const [recorded] = verdicts.note({ testCase, judged });
      if (recorded?.why !== undefined) return recorded.why;
      const violations = recorded?.judged.violations ?? [];
      const failing = violations.filter((violation) =>
        isFailure(classify(violation, violationId(testCase, violation), waivers, options.strict)),
      );
      const shown = failing
        .flatMap(({ exchange = 0 }) => exchanges[exchange] ?? [])
        .map((exchange) => showCase(testCase, exchange, server.target, redactor));
      // The message is all there is to say: a stack would lead into the suite.
      const words = [explainViolations(failing, shown, run.file), ...hints.list()].join("\n\n");
      if (failing.length > 0) expect.fail(redactor.text(words));
      return undefined;
    };

    let operation = "";
    let cases: TestCase[] = [];
    const declare = () => {
      const own = cases;
      if (own.length > 0)
        describe(operation, () => {
          for (const testCase of own)
            test(`${testCase.family}: ${testCase.title}`, async (context) => {
              const why = reasonToSkip(testCase, server.target, options);
              if (why !== undefined) context.skip(why);
              const bound = await things.bind(testCase);
              if ("why" in bound) return context.skip(bound.why);
              const nothing = await judge(bound.got);
              if (nothing !== undefined) context.skip(nothing);
            });
        });
      cases = [];
    };
    const skips: { what: string; why: string }[] = [];
    const tested = new Set<string>();
    for (const entry of planCases(run.plan)) {
      if ("skipped" in entry) {
        skips.push(entry.skipped);
        continue;
      }
      tested.add(entry.case.operation.id);
      if (entry.case.operation.id !== operation) declare();
      operation = entry.case.operation.id;
      cases.push(entry.case);
    }
    declare();
    declareUntested(skips, tested, options.strict);
  });
}

/** Shows what was not tested: as skipped tests, or as failing ones with `strict` and where nothing is tested at all. */
function declareUntested(
  skips: readonly { what: string; why: string }[],
  tested: ReadonlySet<string>,
  strict = false,
): void {
  const untested = new Set(skips.map(({ what }) => what).filter((id) => !tested.has(id)));
  for (const { what, why } of skips) {
    if (strict && untested.has(what)) test(`${what}: ${why}`, () => expect.fail(`${what} was not tested: ${why}`));
    else test.skip(`${what}: ${why}`);
  }
  const coverage = showCoverage({ total: tested.size + untested.size, tested: tested.size });
  if (tested.size === 0) test("an operation is tested", () => expect.fail(`Nothing was tested: ${coverage}.`));
  else if (untested.size > 0) test.skip(coverage);
}
