import { success } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";

const several = 4;

/** The valid request about several things that were just made, and about one that was deleted. */
export function* lifecycle(context: CaseContext): Generator<CaseDraft> {
  const inPath = context.base.chained.find((value) => value.in === "path");
  if (!inPath || inPath.resource.creators.length === 0) return;
  const { noun, deleter } = inPath.resource;
  const valid = buildRequest(context);
  if (context.operation.method === "GET") {
    yield {
      name: "several",
      title: `${several} valid requests, each about another ${noun}`,
      requests: Array.from({ length: several }, () => valid),
      things: "own",
      expected: success(),
    };
  }
  if (!deleter) return;
  yield {
    name: "after-delete",
    title: `the ${noun} was deleted before`,
    requests: [valid],
    things: "deleted",
    expected: { outcome: "open", class: "deletedResource" },
  };
}
