import type { OpenApiDocument } from "../../openapi/document.ts";
import { listOperations } from "../../openapi/operation.ts";
import type { Things } from "../chain/things.ts";
import type { Target } from "../http/target.ts";
import type { Redactor } from "../report/redact.ts";
import { bySeverity, type Report, schemaVersion } from "../report/report.ts";
import { showCase } from "../report/show.ts";
import { summarize } from "../report/summary.ts";
import { type Collector, createCollector } from "./collect.ts";
import { createHints, type Hints } from "./hints.ts";
import type { ContractOptions, Prepared } from "./prepare.ts";
import { createResponseCoverage, type ResponseCoverage } from "./response-coverage.ts";
import { readWaivers } from "./waivers.ts";

/** What is recorded while responses are checked, and the report of it. */
export interface Recording {
  collector: Collector;
  coverage: ResponseCoverage;
  hints: Hints;
  /**
   * @param requests How many were sent.
   * @param things What the run made, and where values came from; a recording has none.
   * @param stopped Why the run ended early.
   */
  report(requests: number, things?: Pick<Things, "count" | "sources">, stopped?: string): Report;
}

/**
 * Starts an empty recording.
 *
 * @throws {UserError} exit code 2, if the waivers are not a list of waivers.
 */
export function startRecording(
  { waivers = [], strict = false }: Pick<ContractOptions, "waivers" | "strict">,
  { document, file, seed, tool, limits }: Prepared,
  target: Target,
  redactor: Redactor,
): Recording {
  const startedAt = new Date();
  const coverage = createResponseCoverage();
  const hints = createHints(document, target);
  const collector = createCollector({
    waivers: readWaivers(waivers, "waivers"),
    strict,
    show: (testCase, exchange) => showCase(testCase, exchange, target, redactor),
    redact: redactor.text,
  });
  return {
    collector,
    coverage,
    hints,
    report(requests, things, stopped) {
      const whole = collector.summary();
      const found = {
        ...whole,
        staleWaivers: staleOf(whole.staleWaivers, { document, limits }, stopped === undefined),
      };
      const operations = countOperations(document, coverage.tested(), found.skipped);
      const isClean = bySeverity(found).errors.length === 0 && found.unlisted === 0 && found.staleWaivers.length === 0;
      const report = {
        tool,
        url: target.url,
        document: { title: document.info.title, version: document.info.version, file },
        seed,
        startedAt: startedAt.toISOString(),
        durationMs: Date.now() - startedAt.getTime(),
        requests,
        strict,
        passed: isClean && stopped === undefined && !(strict && operations.tested < operations.total),
        operations,
        limits,
        ...(stopped !== undefined && { stopped }),
        ...found,
        things: things?.count ?? { made: 0, deleted: 0, left: 0 },
        sources: (things?.sources ?? []).map((source) => ({ ...source, how: redactor.text(source.how) })),
        unseen: coverage.unseen(),
        hints: hints.list(),
      };
      return { schemaVersion, summary: summarize(report), ...report };
    },
  };
}

/** Operations that `--only`, `--case` and `--shard` leave out have no reason among `skipped`, and do not count. */
function countOperations(
  document: OpenApiDocument,
  tested: ReadonlySet<string>,
  skipped: Report["skipped"],
): Report["operations"] {
  const ids = new Set(listOperations(document).map(({ id }) => id));
  const untested = new Set(skipped.map(({ what }) => what).filter((id) => ids.has(id) && !tested.has(id)));
  return { total: tested.size + untested.size, tested: tested.size };
}

/**
 * The waivers that matched nothing and are stale: in a part of the test cases, only those of operations that are gone.
 *
 * @param isComplete Whether the run came to its end.
 */
export function staleOf(
  unused: Report["staleWaivers"],
  { document, limits }: Pick<Prepared, "document" | "limits">,
  isComplete: boolean,
): Report["staleWaivers"] {
  if (isComplete && limits.length === 0) return unused;
  return unused.filter(({ id }) => !isOfDocument(document, id));
}

/** Whether a waiver may match a violation of what was not sent: its operation is in the document. */
function isOfDocument(document: OpenApiDocument, waiver: string): boolean {
  return listOperations(document).some(({ id }) => waiver.startsWith(`${id}/`) || waiver === "*");
}
