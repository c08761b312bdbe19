import { UserError } from "../../internal/user-error.ts";
import type { OpenApiDocument } from "../../openapi/document.ts";
import { createWireClient } from "../http/client.ts";
import { readTarget } from "../http/target.ts";
import { compileSchemas } from "../model/schemas.ts";
import type { Token } from "../model/security.ts";
import { upgradeTo31 } from "../model/upgrade.ts";
import type { RequestOverrides } from "./base-request.ts";
import { paced } from "./pace.ts";
import type { Shard } from "./shard.ts";
import { madeUpToken } from "./token.ts";
import type { Waiver } from "./waivers.ts";

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
  requestOverrides?: ReadonlyMap<string, RequestOverrides> | undefined;
  /** Whether things may be created on a server that is not this machine. Default: false. */
  allowCreate?: boolean | undefined;
  /** Things of the chains that may be alive at the same time on a server that is not this machine. @default 200 */
  maxThings?: number | undefined;
  /** Names of families. Default: all. */
  only?: readonly string[] | undefined;
  /** Id of one case, as in a report: with the report's seed, it is sent again. Default: all cases. */
  caseId?: string | undefined;
  /** Gives the same cases again. Default: 1. */
  seed?: number | undefined;
  /** Time that an answer may take to its last byte, in milliseconds. Default: 5000. */
  timeoutMs?: number | undefined;
  /** Requests a second at most. Default: 5 on another machine, no limit on this one. */
  rate?: number | undefined;
  shard?: Shard | undefined;
  /** Known violations, which do not fail the run. A waiver that matches nothing does. @default [] */
  waivers?: readonly Waiver[] | undefined;
  /** Whether warnings fail too, and operations that were not tested. @default false */
  strict?: boolean | undefined;
  /** What the program calls itself: name and version. */
  tool?: string | undefined;
  /** Called before each case. */
  onProgress?:
    | ((progress: { operation: string; family: string; cases: number; violations: number }) => void)
    | undefined;
}

const defaultTimeoutMs = 5_000;
const defaultRemoteRate = 5;
const defaultTool = "contract-suite";

/** Settings of a run that are the same for any server. */
export type Prepared = ReturnType<typeof prepareRun>;

/**
 * What follows from the options before anything is sent.
 *
 * @param basePath What precedes every path, without a final slash.
 * @throws {UserError} exit code 2, where the document is of another version.
 */
export function prepareRun(options: Omit<ContractOptions, "url">, basePath = "") {
  const { seed = 1, tool = defaultTool, token = madeUpToken(seed), file = "openapi.json" } = options;
  const { only, caseId, shard } = options;
  if (!/^3\.[01]\./.test(options.document.openapi)) {
    throw new UserError(`The document is OpenAPI ${options.document.openapi}; 3.0 and 3.1 can be judged.`, 2);
  }
  const document = upgradeTo31(options.document);
  const requestOverrides = options.requestOverrides ?? new Map<string, RequestOverrides>();
  const plan = {
    document,
    schemas: compileSchemas(document),
    requestOverrides,
    seed,
    token,
    basePath,
    only,
    caseId,
    shard,
  };
  const secret = token.variable === undefined ? undefined : token.value;
  return { document, file, plan, token, seed, tool, around: { secret } };
}

/** Where requests go, and how fast. No connection is made before the first. */
export function openServer(url: string, options: Pick<ContractOptions, "tool" | "timeoutMs" | "rate">) {
  const { tool = defaultTool, timeoutMs = defaultTimeoutMs } = options;
  const target = readTarget(url);
  const rate = options.rate ?? (target.loopback ? undefined : defaultRemoteRate);
  const client = createWireClient(target, { userAgent: tool.replaceAll(/[^\w./-]+/g, "-"), timeoutMs });
  return { target, send: paced(client, { rate }), close: client.close };
}
