import type { Case } from "../case.ts";
import type { ContractResponse } from "../document/operation.ts";
import { responseFor } from "../due.ts";
import type { Finding } from "../finding.ts";
import type { Exchange } from "../wire/client.ts";
import type { WireRequest } from "../wire/request.ts";

/** Judges one answer. Pure; an answer that is not there is for the check `answered` alone. */
export type Check = (theCase: Case, exchange: Exchange, around: CheckContext) => Finding[];

/** Judges the answers of a case with several requests. */
export type AcrossCheck = (theCase: Case, exchanges: readonly Exchange[]) => Finding[];

/** What checks know besides the case. */
export interface CheckContext {
  /** The key that requests carry; undefined where it is made up, so that nobody has to hide it. */
  secret: string | undefined;
}

/** Whether the request is the operation's own: its method and its path. Else the operation's responses do not apply. */
export function isOwn({ operation, family }: Case, request: WireRequest): boolean {
  return request.method === operation.method && family !== "paths";
}

/** The documented response for what came; undefined where none is, or where the operation's responses do not apply. */
export function documentedResponse(theCase: Case, { request, response }: Exchange): ContractResponse | undefined {
  return response && isOwn(theCase, request) ? responseFor(theCase.operation, response.status) : undefined;
}

/** Whether an answer may be of another type than the documented ones: who refuses those may be refused in any. */
export function mayBeOfAnyType({ expected }: Case, { response }: Exchange): boolean {
  return ["accept", "acceptZero"].includes(expected.class ?? "") && response !== undefined && response.status >= 400;
}
