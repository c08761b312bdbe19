import { withHeaders } from "../http/request.ts";
import { success } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";

const several = 4;

/** The valid request about several things that were just made, and about one that was deleted; a change that is read back. */
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
  const { methods, method, xContract } = context.operation;
  if (/^(PUT|PATCH)$/.test(method) && methods.includes("GET") && xContract.echoes.length > 0) {
    const change = buildRequest(context, { body: context.fullBody });
    const read = withHeaders({ ...change, method: "GET", body: undefined }, { "Content-Type": undefined });
    yield {
      name: "read-back",
      title: `a valid ${method} about a ${noun}, and a GET after it`,
      // The responses of the GET are not those of the operation.
      target: "elsewhere",
      requests: [change, read],
      readsBack: true,
      expected: { outcome: "open" },
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
