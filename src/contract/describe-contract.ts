import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WireRequest } from "./http/request.ts";
import { explainViolations } from "./report/explain.ts";
import { createRedactor } from "./report/redact.ts";
import { showCase } from "./report/show.ts";
import { classify, isFailure, violationId } from "./run/classify.ts";
import { judgeExchanges, sendCase, setupFailed } from "./run/judge.ts";
import { planCases } from "./run/plan.ts";
import { type ContractOptions, openServer, prepareRun } from "./run/prepare.ts";
import { reasonToSkip } from "./run/safety.ts";
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

  describe(`${run.document.info.title} ${run.document.info.version}, seed ${run.seed}`, () => {
    beforeAll(async () => {
      server = openServer(typeof url === "string" ? url : await url(), options);
    });
    afterAll(() => server?.close());

    const judge = async (testCase: TestCase, skip: (why: string) => void) => {
      const { basePath } = server.target;
      const below = (request: WireRequest) => ({ ...request, target: basePath + request.target });
      const { requests, setup = [] } = testCase;
      const sent = { ...testCase, requests: requests.map(below), setup: setup.map(below) };
      const exchanges = await sendCase(sent, server.send);
      if (exchanges.length === 0) skip(setupFailed);
      const violations = judgeExchanges(sent, exchanges, { secret: run.secret, baseUrl: server.target.url });
      const failing = violations.filter((violation) =>
        isFailure(classify(violation, violationId(testCase, violation), waivers, options.strict)),
      );
      const shown = failing
        .flatMap(({ exchange = 0 }) => exchanges[exchange] ?? [])
        .map((exchange) => showCase(testCase, exchange, server.target, redactor));
      // Only a message: a stack would lead into the suite.
      if (failing.length > 0) expect.fail(redactor.text(explainViolations(failing, shown, run.file)));
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
              await judge(testCase, context.skip);
            });
        });
      cases = [];
    };
    for (const entry of planCases(run.plan)) {
      if ("skipped" in entry) {
        test.skip(`${entry.skipped.what}: ${entry.skipped.why}`);
        continue;
      }
      if (entry.case.operation.id !== operation) declare();
      operation = entry.case.operation.id;
      cases.push(entry.case);
    }
    declare();
  });
}
