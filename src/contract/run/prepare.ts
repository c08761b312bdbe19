import { randomUUID } from "node:crypto";
import { UserError } from "../../internal/user-error.ts";
import type { OpenApiDocument } from "../../openapi/document.ts";
import { listOperations } from "../../openapi/operation.ts";
import { createWireClient } from "../http/client.ts";
import type { WireRequest } from "../http/request.ts";
import type { Target } from "../http/target.ts";
import { compileSchemas } from "../model/schemas.ts";
import { upgradeTo31 } from "../model/upgrade.ts";
import type { RequestOverrides } from "./base-request.ts";
import { type KeyOptions, readKeys, secretsOf } from "./keys.ts";
import { type HeaderOptions, readOwnHeaders, withOwnHeaders } from "./own-headers.ts";
import { paced } from "./pace.ts";
import { readRequestOverrides } from "./request-overrides.ts";
import { type Selection, type SelectionOptions, selectOperations } from "./selection.ts";
import { settleSecurity } from "./settle-security.ts";
import type { Shard } from "./shard.ts";
import type { StopOptions } from "./stop.ts";
import type { Waiver } from "./waivers.ts";

/** What to test, and how. */
export interface ContractOptions extends SelectionOptions, StopOptions, KeyOptions, HeaderOptions {
  /** Base URL of the server. */
  url: string;
  /** A bundled OpenAPI 3.0 or 3.1 document. */
  document: OpenApiDocument;
  /** What reports call the document. @default "openapi.json" */
  file?: string | undefined;
  /** Whether credentials count as required though the document leaves them optional, as gateways have it. @default false */
  requireKey?: boolean | undefined;
  /** Certificates, in PEM, of authorities that the server's may come from, besides those that Node trusts. @default none */
  ca?: string | undefined;
  /** Values of things that exist, by operation: `{ getOrder: { parameters: { orderId: "7" } } }`. @default {} */
  requests?: Readonly<Record<string, RequestOverrides>> | undefined;
  /** Whether to call operations that change things on a remote server. @default false */
  allowCreate?: boolean | undefined;
  /** Things of the chains that may be alive at the same time on a server that is not this machine. @default 200 */
  maxThings?: number | undefined;
  /** Names of families. Default: all. */
  only?: readonly string[] | undefined;
  /** Id of the only test case, as in a report of the same seed. @default all */
  caseId?: string | undefined;
  /** The same seed gives the same test cases. @default 1 */
  seed?: number | undefined;
  /** Time limit for a whole response, in milliseconds. @default 5000 */
  timeoutMs?: number | undefined;
  /** Maximum requests per second. @default 5 for a remote server, else no limit */
  rate?: number | undefined;
  shard?: Shard | undefined;
  /** How many test cases of each operation to send, besides the valid requests between them: the most telling. @default all */
  maxCases?: number | undefined;
  /** How many test cases are sent at the same time. Those about order and repetition run alone. @default 1 */
  concurrency?: number | undefined;
  /** Accepted violations. A waiver that matches nothing fails the run. @default [] */
  waivers?: readonly Waiver[] | undefined;
  /** Whether warnings fail too, and operations that were not tested. @default false */
  strict?: boolean | undefined;
  /** Name and version of the program, for `User-Agent` and reports. */
  tool?: string | undefined;
  /** Called before each test case; `share` is how much of the run is over, from 0 to 1. */
  onProgress?:
    | ((progress: { operation: string; family: string; cases: number; violations: number; share: number }) => void)
    | undefined;
}

const defaultTimeoutMs = 5_000;
const defaultRemoteRate = 5;
const defaultTool = "contract-suite";

/** Settings of a run that do not depend on the server. */
export type Prepared = ReturnType<typeof prepareRun>;

/**
 * Prepares a run before anything is sent.
 *
 * @param basePath Prefix of every path, without a final slash.
 * @throws {UserError} exit code 2, if the document has another version, or an option is invalid.
 */
export function prepareRun(options: Omit<ContractOptions, "url">, basePath = "") {
  const { seed = 1, tool = defaultTool, file = "openapi.json" } = options;
  const { only, caseId, shard, maxCases, requireKey = false } = options;
  if (!/^3\.[01]\./.test(options.document.openapi)) {
    throw new UserError(`The document is OpenAPI ${options.document.openapi}. The suite tests OpenAPI 3.0 and 3.1.`, 2);
  }
  const upgraded = upgradeTo31(options.document);
  const keys = readKeys(options, upgraded, seed);
  const document = settleSecurity(upgraded, keys, requireKey);
  const { headers, secrets } = readOwnHeaders(options, document);
  const requestOverrides = readRequestOverrides(options.requests ?? {}, document, "--request");
  const selection = selectOperations(listOperations(document), options);
  const plan = {
    document,
    selection,
    maxCases,
    schemas: compileSchemas(document),
    requestOverrides,
    seed,
    runId: randomUUID(),
    keys,
    basePath,
    only,
    caseId,
    shard,
  };
  const own = secretsOf(keys);
  return {
    document,
    file,
    plan,
    seed,
    tool,
    headers,
    /** What reports hide. */
    hidden: [...own, ...secrets],
    /** What no response may contain. */
    secrets: own.map(({ value }) => value),
    limits: limitsOf(selection, options),
  };
}

/** What a run is limited to, in words. */
function limitsOf(
  { tested, total }: Selection,
  { only, caseId, shard, maxCases }: Omit<ContractOptions, "url">,
): string[] {
  return [
    ...(tested < total ? [`${tested} of ${total} operations`] : []),
    ...(only ? [`the ${only.length === 1 ? "family" : "families"} ${only.join(", ")}`] : []),
    ...(caseId === undefined ? [] : ["one test case"]),
    ...(shard && shard.total > 1 ? [`part ${shard.index} of ${shard.total}`] : []),
    ...(maxCases === undefined ? [] : [`${maxCases} test case${maxCases === 1 ? "" : "s"} of each operation`]),
  ];
}

/** Prepares to send requests. The first request opens the first connection. */
export function openServer(
  target: Target,
  { headers }: Pick<Prepared, "headers">,
  options: Pick<ContractOptions, "tool" | "timeoutMs" | "rate" | "signal" | "ca">,
) {
  const { tool = defaultTool, timeoutMs = defaultTimeoutMs, signal, ca } = options;
  const rate = rateFor(target, options);
  const client = createWireClient(target, { userAgent: tool.replaceAll(/[^\w./-]+/g, "-"), timeoutMs, ca });
  const send = paced(client, { rate, signal });
  return { send: (request: WireRequest) => send(withOwnHeaders(request, headers)), close: client.close };
}

/** Requests per second to that server; undefined for no limit. */
export function rateFor({ loopback }: Target, { rate }: Pick<ContractOptions, "rate">): number | undefined {
  return rate ?? (loopback ? undefined : defaultRemoteRate);
}
