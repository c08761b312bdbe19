import type { Exchange } from "../http/client.ts";
import type { WireRequest } from "../http/request.ts";
import { responseFor } from "../model/expected-statuses.ts";
import type { ContractResponse } from "../model/operation.ts";
import type { TestCase } from "../test-case.ts";
import type { Violation } from "../violation.ts";

/** Judges one answer. Pure; an answer that is not there is for the check `answered` alone. */
export type Check = (testCase: TestCase, exchange: Exchange, around: CheckContext) => Violation[];

/** Judges the answers of a case with several requests. */
export type AcrossCheck = (testCase: TestCase, exchanges: readonly Exchange[]) => Violation[];

/** What checks know besides the case. */
export interface CheckContext {
  /** The key that requests carry; undefined where it is made up, so that nobody has to hide it. */
  secret: string | undefined;
}

/** Whether the request is the operation's own: its method and its path. Else the operation's responses do not apply. */
export function isOwn({ operation, family }: TestCase, request: WireRequest): boolean {
  return request.method === operation.method && family !== "paths";
}

/** The documented response for what came; undefined where none is, or where the operation's responses do not apply. */
export function documentedResponse(testCase: TestCase, { request, response }: Exchange): ContractResponse | undefined {
  return response && isOwn(testCase, request) ? responseFor(testCase.operation, response.status) : undefined;
}

/** Whether an answer may be of another type than the documented ones: who refuses those may be refused in any. */
export function mayBeOfAnyType({ expected }: TestCase, { response }: Exchange): boolean {
  return ["accept", "acceptZero"].includes(expected.class ?? "") && response !== undefined && response.status >= 400;
}
