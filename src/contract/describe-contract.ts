import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rethrowNamingOptions } from "./report/name-options.ts";
import { showCoverage } from "./report/summary.ts";
import { type LiveRun, openLiveRun } from "./run/live.ts";
import { planCases } from "./run/plan.ts";
import { type ContractOptions, type Prepared, prepareRun } from "./run/prepare.ts";
import { staleOf } from "./run/record.ts";
import { readWaivers, type Waivers } from "./run/waivers.ts";
import type { TestCase } from "./test-case.ts";

/** Options of `describeContract()`; `url` may be a function, for a server that a hook starts. */
export interface DescribeContractOptions
  extends Omit<ContractOptions, "url" | "onProgress" | "concurrency" | "signal" | "maxDurationMs" | "maxFailures"> {
  url: string | (() => string | Promise<string>);
}

/**
 * Declares a vitest test for every test case, so filters, watch mode, reporters and `--shard` work as usual. A test fails
 * on an error, with the report's text and curl line; warnings fail only with `strict`. A test of its own fails where nothing
 * was tested, and where a waiver matches nothing.
 *
 * @throws {UserError} while tests are collected, if the document or a waiver is unusable.
 */
export function describeContract(options: DescribeContractOptions): void {
  try {
    declareContract(options);
  } catch (error) {
    rethrowNamingOptions(error);
  }
}

function declareContract({ url, ...options }: DescribeContractOptions): void {
  const run = prepareRun(options);
  const waivers = readWaivers(options.waivers ?? [], "waivers");
  let live: LiveRun | undefined;
  let judged = 0;
  let isTold = false;

  describe(`${run.document.info.title} ${run.document.info.version}, seed ${run.seed}`, () => {
    beforeAll(async () => {
      const base = typeof url === "string" ? url : await url();
      try {
        live = openLiveRun(run, base, { ...options, url: base }, waivers);
      } catch (error) {
        rethrowNamingOptions(error);
      }
    });
    afterAll(async () => {
      await live?.close();
      // Where a filter leaves out the test that says so.
      if (!isTold) failIfNothing(live);
    });
    const { skips, tested, count } = declareCases(run, async (testCase) => {
      judged++;
      return (await live?.judge(testCase)) ?? { skipped: "there is no server" };
    });
    if (tested.size > 0)
      test("test cases were sent", () => {
        isTold = true;
        failIfNothing(live);
      });
    declareUntested(skips, tested, options.strict);
    declareStale(waivers, run, () => judged === count);
  });
}

function failIfNothing(live: LiveRun | undefined): void {
  const why = live?.whyNothing();
  if (why !== undefined) expect.fail(`Nothing was tested: ${why}.`);
}

/** Declares a test for each test case of the plan, by operation. */
function declareCases(run: Prepared, judge: LiveRun["judge"]) {
  const skips: { what: string; why: string }[] = [];
  const tested = new Set<string>();
  let count = 0;
  let operation = "";
  let cases: TestCase[] = [];
  const declare = () => {
    const own = cases;
    if (own.length > 0)
      describe(operation, () => {
        for (const testCase of own)
          test(`${testCase.family}: ${testCase.title}`, async (context) => {
            const shown = await judge(testCase);
            if ("skipped" in shown) context.skip(shown.skipped);
            // The message is all there is to say: a stack would lead into the suite.
            else if (shown.failed !== undefined) expect.fail(shown.failed);
          });
      });
    cases = [];
  };
  for (const entry of planCases(run.plan)) {
    if ("skipped" in entry) {
      skips.push(entry.skipped);
      continue;
    }
    const { id } = entry.case.operation;
    tested.add(id);
    count++;
    if (id !== operation) declare();
    operation = id;
    cases.push(entry.case);
  }
  declare();
  return { skips, tested, count };
}

/** A waiver that matches nothing fails, once every test case has run. */
function declareStale(waivers: Waivers, run: Prepared, isWhole: () => boolean): void {
  if (waivers.unused().length === 0) return;
  test("every waiver matches a violation", (context) => {
    if (!isWhole()) return context.skip("not every test case ran");
    const stale = staleOf(waivers.unused(), run, true);
    if (stale.length > 0) expect.fail(`Stale waivers, which match nothing: ${stale.map(({ id }) => id).join(", ")}.`);
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
