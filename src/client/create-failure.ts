import type { AttemptFailure } from "./attempt-result.ts";
import type { ErrorClasses } from "./errors.ts";
import type { Endpoint } from "./options.ts";
import type { AnyResult } from "./result.ts";

/** Creates the result of a failed call, with the error that a method throws. */
export function createFailure(
  errors: ErrorClasses,
  { method, path, unknownOutcome }: Endpoint,
  { message, details, documented, errorData }: AttemptFailure,
  outcome = details.outcome,
  attempts = 0,
): Exclude<AnyResult, { ok: true }> {
  const effect = outcome === "unknown" && unknownOutcome ? ` ${unknownOutcome}` : "";
  const error = new errors[details.kind](`${method} ${path} ${message}.${effect}`, { ...details, outcome, attempts });
  const { headers, requestId, kind } = error;
  const base = { ok: false, error, headers, attempts, requestId } as const;
  if (documented) return { ...base, status: documented, data: errorData };
  return { ...base, status: kind === "status" || kind === "redirect" ? "undocumented" : "failed" };
}
