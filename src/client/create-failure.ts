import type { AttemptFailure } from "./attempt-result.ts";
import { type ErrorClasses, requestIdOf } from "./errors.ts";
import type { Settings } from "./merge-options.ts";
import type { Endpoint } from "./options.ts";
import { readReason } from "./reason.ts";
import type { AnyResult } from "./result.ts";

/** Creates the result of a failed call, with the error that a method throws. */
export function createFailure(
  errors: ErrorClasses,
  baseUrl: string,
  { method, path, unknownOutcome }: Endpoint,
  { requestIdHeader }: Settings,
  { message, details, resultStatus = "failed", errorData }: AttemptFailure,
  outcome = details.outcome,
  attempts = 0,
): Exclude<AnyResult, { ok: true }> {
  const { headers, body } = details;
  const requestId = requestIdOf(headers, requestIdHeader);
  const { text, code = details.code } = readReason(body);
  const reason = (text ? `: ${text}` : "") + (requestId ? ` (request id ${requestId})` : "");
  const effect = outcome === "unknown" && unknownOutcome ? `. ${unknownOutcome}` : "";
  const error = new errors[details.kind](`${method} ${baseUrl}${path} ${message}${reason}${effect}`, {
    ...details,
    outcome,
    attempts,
    requestId,
    code,
  });
  return { ok: false, error, headers, attempts, requestId, status: resultStatus, data: errorData } as Exclude<
    AnyResult,
    { ok: true }
  >;
}
