import { ExplainedError } from "../../command/explained-error.ts";
import type { OpenApiDocument } from "../../spec/document.ts";
import type { GivenRequest } from "../base-request.ts";
import type { Case } from "../case.ts";
import type { Token } from "../context.ts";
import { compileSchemas } from "../document/schemas.ts";
import { upgradeTo31 } from "../document/upgrade.ts";
import { createRedactor } from "../report/redact.ts";
import type { Report } from "../report/report.ts";
import { showCase } from "../report/show.ts";
import { createWireClient, type Exchange } from "../wire/client.ts";
import { readTarget, type Target } from "../wire/target.ts";
import { type Collector, createCollector } from "./collect.ts";
import { type Judged, judgeExchanges, sendCase } from "./judge.ts";
import { createOutlook } from "./outlook.ts";
import { paced } from "./pace.ts";
import { type Planned, planCases } from "./plan.ts";
import { reasonToSkip } from "./safety.ts";
import type { Shard } from "./shard.ts";
import { madeUpToken } from "./token.ts";
import { readWaivers } from "./waivers.ts";

/** What is judged, and how. */
export interface ContractOptions {
  /** Base URL of the server. */
  url: string;
  /** A bundled OpenAPI 3.0 or 3.1 document. */
  document: OpenApiDocument;
  /** What the document is called in reports. Default: `openapi.json`. */
  file?: string | undefined;
  /** The key, and the name of the variable that holds it. Default: one is made up, and wrong ones are not tried. */
  token?: Token | undefined;
  /** Requests that name things which exist, by operation. */
  given?: ReadonlyMap<string, GivenRequest> | undefined;
  /** Whether things may be created on a server that is not this machine. Default: false. */
  allowCreate?: boolean | undefined;
  /** Names of families. Default: all. */
  only?: readonly string[] | undefined;
  /** Gives the same cases again. Default: 1. */
  seed?: number | undefined;
  /** Time that an answer may take to its last byte, in milliseconds. Default: 5000. */
  timeoutMs?: number | undefined;
  /** Requests a second at most. Default: 5 on another machine, no limit on this one. */
  rate?: number | undefined;
  shard?: Shard | undefined;
  /** A list of `{ fault, reason }`. */
  waivers?: unknown;
  /** Whether advice fails too. Default: false. */
  strict?: boolean | undefined;
  /** What the program calls itself: name and version. */
  tool?: string | undefined;
  /** Called before each case. */
  onProgress?: ((progress: { operation: string; family: string; cases: number; findings: number }) => void) | undefined;
}

const defaultTimeoutMs = 5_000;
const defaultRemoteRate = 5;

/** Settings of a run, with what follows from the options. */
export function prepareRun(options: ContractOptions) {
  const { seed = 1, timeoutMs = defaultTimeoutMs, tool = "contract-suite", token = madeUpToken(seed) } = options;
  if (!/^3\.[01]\./.test(options.document.openapi)) {
    throw new ExplainedError(`The document is OpenAPI ${options.document.openapi}; 3.0 and 3.1 can be judged.`, 2);
  }
  const target = readTarget(options.url);
  const document = upgradeTo31(options.document);
  const schemas = compileSchemas(document);
  const given = options.given ?? new Map<string, GivenRequest>();
  const plan = {
    document,
    schemas,
    given,
    seed,
    token,
    basePath: target.basePath,
    only: options.only,
    shard: options.shard,
  };
  const rate = options.rate ?? (target.loopback ? undefined : defaultRemoteRate);
  const client = createWireClient(target, { userAgent: tool.replaceAll(/[^\w./-]+/g, "-"), timeoutMs });
  const secret = token.variable === undefined ? undefined : token.value;
  return { target, document, plan, client, send: paced(client, { rate }), token, seed, tool, around: { secret } };
}

/**
 * Judges a server: sends every case and gathers what departs from the document. It ends whatever the server does.
 *
 * @throws {ExplainedError} exit code 2, where nothing can be judged: no server, no operation, an unusable document.
 */
export async function runContract(options: ContractOptions): Promise<Report> {
  const startedAt = new Date();
  const run = prepareRun(options);
  const redactor = createRedactor(run.token);
  const collector = createCollector({
    waivers: readWaivers(options.waivers ?? [], "waivers"),
    strict: options.strict ?? false,
    show: (theCase, exchange) => showCase(theCase, exchange, run.target, redactor),
    redact: redactor.text,
  });
  const outlook = createOutlook();
  let requests = 0;
  let cases = 0;
  const judge = ({ theCase, exchanges }: Sent) => {
    if (cases === 1) refuseUnreachable(exchanges, run.target);
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
    const why = reasonToSkip(theCase, run.target, options) ?? outlook.reasonToSkip(theCase);
    if (why !== undefined) {
      collector.skip(operation.id, why, family);
      return undefined;
    }
    options.onProgress?.({ operation: operation.id, family, cases, findings: collector.findings });
    return { theCase, sending: sendCase(theCase, run.send) };
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
    run.client.close();
  }
  if (cases === 0) throw new ExplainedError(nothingSent(collector), 2);
  for (const { theCase, judged } of outlook.failures()) collector.add(theCase, judged);
  const summary = collector.summary();
  return {
    tool: run.tool,
    url: run.target.url,
    document: {
      title: run.document.info.title,
      version: run.document.info.version,
      file: options.file ?? "openapi.json",
    },
    seed: run.seed,
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    requests,
    holds: summary.faults.length === 0 && summary.unlisted === 0 && summary.staleWaivers.length === 0,
    ...summary,
    unseen: outlook.unseen(),
  };
}

/** A case whose answers wait for being judged. */
interface Sent {
  theCase: Case;
  exchanges: Exchange[];
}

function noteCase(
  theCase: Case,
  judged: Judged,
  outlook: ReturnType<typeof createOutlook>,
  collector: Collector,
): void {
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
