import type { Target } from "../http/target.ts";
import type { Redactor } from "../report/redact.ts";
import { bySeverity, type Report, schemaVersion } from "../report/report.ts";
import { showCase } from "../report/show.ts";
import { type Collector, createCollector } from "./collect.ts";
import type { ContractOptions, Prepared } from "./prepare.ts";
import { createResponseCoverage, type ResponseCoverage } from "./response-coverage.ts";
import { readWaivers } from "./waivers.ts";

/** What is recorded while responses are checked, and the report of it. */
export interface Recording {
  collector: Collector;
  coverage: ResponseCoverage;
  /** @param requests How many were sent. */
  report(requests: number): Report;
}

/**
 * Starts an empty recording.
 *
 * @throws {UserError} exit code 2, if the waivers are not a list of waivers.
 */
export function startRecording(
  { waivers = [], strict = false }: Pick<ContractOptions, "waivers" | "strict">,
  { document, file, seed, tool }: Prepared,
  target: Target,
  redactor: Redactor,
): Recording {
  const startedAt = new Date();
  const coverage = createResponseCoverage();
  const collector = createCollector({
    waivers: readWaivers(waivers, "waivers"),
    strict,
    show: (testCase, exchange) => showCase(testCase, exchange, target, redactor),
    redact: redactor.text,
  });
  return {
    collector,
    coverage,
    report(requests) {
      const summary = collector.summary();
      return {
        schemaVersion,
        tool,
        url: target.url,
        document: { title: document.info.title, version: document.info.version, file },
        seed,
        startedAt: startedAt.toISOString(),
        durationMs: Date.now() - startedAt.getTime(),
        requests,
        passed: bySeverity(summary).errors.length === 0 && summary.unlisted === 0 && summary.staleWaivers.length === 0,
        ...summary,
        unseen: coverage.unseen(),
      };
    },
  };
}
