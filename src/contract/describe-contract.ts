import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Case } from "./case.ts";
import { explainFindings } from "./report/explain.ts";
import { createRedactor } from "./report/redact.ts";
import { showCase } from "./report/show.ts";
import { faultId } from "./run/collect.ts";
import { judgeExchanges, sendCase } from "./run/judge.ts";
import { planCases } from "./run/plan.ts";
import { type ContractOptions, prepareRun } from "./run/run-contract.ts";
import { reasonToSkip } from "./run/safety.ts";
import { readWaivers } from "./run/waivers.ts";

/** What is judged in a vitest file; `url` may be a function, for a server that a hook starts. */
export interface DescribeContractOptions extends Omit<ContractOptions, "url" | "shard" | "onProgress"> {
  url: string | (() => string | Promise<string>);
}

/**
 * Makes a vitest test of every case of the document, so that filters, watch mode, reporters and `--shard` do what they do
 * in any suite. A test fails on findings, with the words and the replay of the report; advice fails under `strict` alone.
 *
 * @throws {ExplainedError} while tests are collected, where the document or a waiver cannot be used.
 */
export function describeContract({ url, ...options }: DescribeContractOptions): void {
  // Cases need a base path before there is a server; what the URL adds is put in front when a case is sent.
  const planned = prepareRun({ ...options, url: "http://127.0.0.1" });
  planned.client.close();
  const waivers = readWaivers(options.waivers ?? [], "waivers");
  const strict = options.strict ?? false;
  let run: ReturnType<typeof prepareRun>;

  describe(`${planned.document.info.title} ${planned.document.info.version}, seed ${planned.seed}`, () => {
    beforeAll(async () => {
      run = prepareRun({ ...options, url: typeof url === "string" ? url : await url() });
    });
    afterAll(() => run?.client.close());

    const judge = async (theCase: Case) => {
      const { basePath } = run.target;
      const requests = theCase.requests.map((request) => ({ ...request, target: basePath + request.target }));
      const sent = { ...theCase, requests };
      const exchanges = await sendCase(sent, run.send);
      const findings = judgeExchanges(sent, exchanges, run.around);
      const redactor = createRedactor(run.token);
      const failing = findings.filter((finding) => {
        if (finding.severity === "advice" && !strict) return false;
        return waivers.reasonFor(faultId(theCase, finding)) === undefined;
      });
      const shown = failing
        .flatMap(({ exchange = 0 }) => exchanges[exchange] ?? [])
        .map((exchange) => showCase(theCase, exchange, run.target, redactor));
      // The message is all there is to say: a stack would lead into the suite.
      if (failing.length > 0)
        expect.fail(redactor.text(explainFindings(failing, shown, options.file ?? "openapi.json")));
    };

    let operation = "";
    let cases: Case[] = [];
    const declare = () => {
      const own = cases;
      if (own.length > 0)
        describe(operation, () => {
          for (const theCase of own)
            test(`${theCase.family}: ${theCase.title}`, async (context) => {
              const why = reasonToSkip(theCase, run.target, options);
              if (why !== undefined) context.skip(why);
              await judge(theCase);
            });
        });
      cases = [];
    };
    for (const entry of planCases(planned.plan)) {
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
