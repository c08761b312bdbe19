import type { Exchange } from "../http/client.ts";
import { responseFor } from "../model/expected-statuses.ts";
import type { ContractResponse } from "../model/operation.ts";
import type { TestCase } from "../test-case.ts";
import type { ViolationDetails } from "../violation.ts";
import type { InvalidThings } from "./invalid-things.ts";

/** Name of a check, and the order of its violations in a report. */
export interface CheckInfo {
  /** As in violation ids and waivers: `body-schema`. */
  name: string;
  /** What its violations mean, in words, for the report. */
  headline: string;
  /** Order of violations in a report: 0 for the gravest, below 999. Violations of one rank keep the order in which they were found. */
  rank: number;
  /**
   * Whether its violations count although the valid request that the others are made from has not succeeded. Those of other
   * checks may then tell of a wrong key, or of a thing that does not exist.
   */
  standsAlone?: true;
  /** Whether it judges the status alone, which tells little once the thing that the request names is gone. */
  judgesStatus?: true;
  /** Whether a violation of the baseline says why it failed, so that `no-success` need not be reported. */
  explainsFailure?: true;
}

/** A check of the responses to a test case. Pure. */
export interface Check extends CheckInfo {
  /** Checks one response. The check `complete-response` alone reports a missing or incomplete response. */
  run?(testCase: TestCase, exchange: Exchange, context: CheckContext): ViolationDetails[];
  /** Compares the responses of a test case with several requests. */
  runAcross?(testCase: TestCase, exchanges: readonly Exchange[], context: CheckContext): ViolationDetails[];
}

/** What checks know besides the test case. */
export interface CheckContext {
  /** The keys of the requests; none where they are made up, and no secret. */
  secrets: readonly string[];
  /** Base URL of the server, without a final slash. */
  baseUrl: string;
  /** Things of the run that an invalid request made or changed; undefined where none can have. */
  invalidThings?: InvalidThings;
}

/** The documented response for the status; undefined if there is none, or if the operation's responses do not apply. */
export function documentedResponse(testCase: TestCase, { response }: Exchange): ContractResponse | undefined {
  return response && testCase.target === "operation" ? responseFor(testCase.operation, response.status) : undefined;
}

/** Whether a response may have an undocumented media type: a rejection of the request's `Accept` may. */
export function mayBeOfAnyType({ expected }: TestCase, { response }: Exchange): boolean {
  return ["accept", "acceptZero"].includes(expected.class ?? "") && response !== undefined && response.status >= 400;
}
