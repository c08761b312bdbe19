import { UserError } from "../../src/internal/user-error.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { explainVersion, readReleaseState } from "./state.ts";

/**
 * Prints what has changed in a spec since the checkout's last release, and the version that it needs.
 *
 * @param base A bundle to compare with. Default: the checkout's released one.
 * @throws {UserError} exit code 1, where callers break without a changeset that says so.
 */
export async function showChanges(checkout: string, document: OpenApiDocument, base?: string): Promise<void> {
  const state = await readReleaseState(checkout, document, base);
  for (const { impact, place, what } of state.changes) console.log(`${impact}  ${place}  ${what}`);
  if (state.changes.length === 0) console.log(`No changes since ${state.released}.`);
  else
    console.log(`Since ${state.released}: needs ${state.bump}, ${state.needed}; the next version is ${state.planned}.`);
  const problem = explainVersion(state);
  if (problem && state.verdict === "breaks") throw new UserError(problem, 1);
  if (problem) console.log(problem);
}
