import { ExplainedError } from "../../command/explained-error.ts";
import type { Case } from "../case.ts";
import { createRedactor } from "../report/redact.ts";
import type { Report } from "../report/report.ts";
import type { Exchange } from "../wire/client.ts";
import type { Target } from "../wire/target.ts";
import type { Collector } from "./collect.ts";
import { type Judged, judgeExchanges, sendCase } from "./judge.ts";
import type { Outlook } from "./outlook.ts";
import { type Planned, planCases } from "./plan.ts";
import { type ContractOptions, openServer, prepareRun } from "./prepare.ts";
import { startRecording } from "./record.ts";
import { reasonToSkip } from "./safety.ts";

/**
 * Judges a server: sends every case and gathers what departs from the document. It ends whatever the server does.
 *
 * @throws {ExplainedError} exit code 2, where nothing can be judged: no server, no operation, an unusable document.
 */
export async function runContract(options: ContractOptions): Promise<Report> {
  const { target, send, close } = openServer(options.url, options);
  const run = prepareRun(options, target.basePath);
  const { collector, outlook, report } = startRecording(options, run, target, createRedactor(run.token));
  let requests = 0;
  let cases = 0;
  const judge = ({ theCase, exchanges }: Sent) => {
    if (cases === 1) refuseUnreachable(exchanges, target);
    noteCase(theCase, { exchanges, findings: judgeExchanges(theCase, exchanges, run.around) }, outlook, collector);
  };
  /** Sends what the plan has next, unless it is to be skipped. */
  const begin = (planned: Planned): { theCase: Case; sending: Promise<Exchange[]> } | undefined => {
    if ("skipped" in planned) {
      collector.skip(planned.skipped.what, planned.skipped.why);
      return undefined;
    }
    const { case: theCase } = planned;
    const { operation, family } = theCase;
    const why = reasonToSkip(theCase, target, options) ?? outlook.reasonToSkip(theCase);
    if (why !== undefined) {
      collector.skip(operation.id, why, family);
      return undefined;
    }
    options.onProgress?.({ operation: operation.id, family, cases, findings: collector.findings });
    return { theCase, sending: sendCase(theCase, send) };
  };
  try {
    let last: Sent | undefined;
    const plan = planCases(run.plan);
    for (let next = plan.next(); !next.done; ) {
      const begun = begin(next.value);
      // While the server is at work, what came before is judged and what comes next is made.
      if (last) judge(last);
      last = undefined;
      next = plan.next();
      if (!begun) continue;
      last = { theCase: begun.theCase, exchanges: await begun.sending };
      requests += last.exchanges.length;
      cases++;
    }
    if (last) judge(last);
  } finally {
    close();
  }
  if (cases === 0) throw new ExplainedError(nothingSent(collector), 2);
  for (const { theCase, judged } of outlook.failures()) collector.add(theCase, judged);
  return report(requests);
}

/** A case whose answers wait for being judged. */
interface Sent {
  theCase: Case;
  exchanges: Exchange[];
}

function noteCase(theCase: Case, judged: Judged, outlook: Outlook, collector: Collector): void {
  outlook.note(theCase, judged);
  // Until the request that all are made from has succeeded, these tell of it, not of the case.
  const isMasked = !outlook.baseHasSucceeded(theCase);
  const findings = isMasked
    ? judged.findings.filter(({ check }) => check !== "refused" && check !== "server-error")
    : judged.findings;
  collector.add(theCase, { ...judged, findings });
}

/** Before the second case goes out: is there a server at all? */
function refuseUnreachable([exchange]: readonly Exchange[], { url }: Target): void {
  const { failure } = exchange ?? {};
  if (failure?.kind === "refused")
    throw new ExplainedError(`Nothing answers on ${url} (${failure.message}): start the server or mend --url.`, 2);
}

function nothingSent(collector: Collector): string {
  const [first] = collector.summary().skipped;
  return first
    ? `Nothing was judged. ${first.what}: ${first.why}.`
    : "Nothing was judged: no case is left. Check --only and --shard, and that the document has operations.";
}
