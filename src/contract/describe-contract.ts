import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { explainViolations } from "./report/explain.ts";
import { createRedactor } from "./report/redact.ts";
import { showCase } from "./report/show.ts";
import { classify, isFailure, violationId } from "./run/classify.ts";
import { judgeExchanges, sendCase } from "./run/judge.ts";
import { planCases } from "./run/plan.ts";
import { type ContractOptions, openServer, prepareRun } from "./run/prepare.ts";
import { reasonToSkip } from "./run/safety.ts";
import { createVerdicts, type Verdicts } from "./run/verdicts.ts";
import { readWaivers } from "./run/waivers.ts";
import type { TestCase } from "./test-case.ts";

/** What is judged in a vitest file; `url` may be a function, for a server that a hook starts. */
export interface DescribeContractOptions extends Omit<ContractOptions, "url" | "onProgress"> {
  url: string | (() => string | Promise<string>);
}

/**
 * Makes a vitest test of every case of the document, so that filters, watch mode, reporters and `--shard` do what they do
 * in any suite. A test fails on an error, with the report's words and curl line; warnings fail only with `strict`.
 *
 * @throws {UserError} while tests are collected, where the document or a waiver cannot be used.
 */
export function describeContract({ url, ...options }: DescribeContractOptions): void {
  // Cases need a base path before there is a server; what the URL adds is put in front when a case is sent.
  const run = prepareRun(options);
  const redactor = createRedactor(run.token);
  const waivers = readWaivers(options.waivers ?? [], "waivers");
  let server: ReturnType<typeof openServer>;
  let verdicts: Verdicts;

  describe(`${run.document.info.title} ${run.document.info.version}, seed ${run.seed}`, () => {
    beforeAll(async () => {
      server = openServer(typeof url === "string" ? url : await url(), options);
      // Each test says at once what it shows.
      verdicts = createVerdicts({ ...run.plan, basePath: server.target.basePath }, false);
    });
    afterAll(() => server?.close());

    /** Sends a case and fails on an error; returns why it shows nothing, where it does not. */
    const judge = async (testCase: TestCase): Promise<string | undefined> => {
      const { basePath } = server.target;
      const requests = testCase.requests.map((request) => ({ ...request, target: basePath + request.target }));
      const sent = { ...testCase, requests };
      const exchanges = await sendCase(sent, server.send);
      const judged = { exchanges, violations: judgeExchanges(sent, exchanges, run.around) };
      const [recorded] = verdicts.note({ testCase: sent, judged });
      if (recorded?.why !== undefined) return recorded.why;
      const violations = recorded?.judged.violations ?? [];
      const failing = violations.filter((violation) =>
        isFailure(classify(violation, violationId(testCase, violation), waivers, options.strict)),
      );
      const shown = failing
        .flatMap(({ exchange = 0 }) => exchanges[exchange] ?? [])
        .map((exchange) => showCase(testCase, exchange, server.target, redactor));
      // The message is all there is to say: a stack would lead into the suite.
      if (failing.length > 0) expect.fail(redactor.text(explainViolations(failing, shown, run.file)));
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
              const nothing = await judge(testCase);
              if (nothing !== undefined) context.skip(nothing);
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
