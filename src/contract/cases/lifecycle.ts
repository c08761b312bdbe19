import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";

/** The valid request about a thing that was there, and was deleted. */
export function* lifecycle(context: CaseContext): Generator<CaseDraft> {
  const inPath = context.base.chained.find((value) => value.in === "path");
  if (!inPath?.resource.deleter || inPath.resource.creators.length === 0) return;
  yield {
    name: "after-delete",
    title: `the ${inPath.resource.noun} was deleted before`,
    requests: [buildRequest(context)],
    things: "deleted",
    expected: { outcome: "open", class: "deletedResource" },
  };
}
