import { canaryOf, withCanaries } from "../values/canaries.ts";
import { success } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";

const connections = 12;

/** Valid requests at the same time, each with its own texts on its own connection. */
export function* concurrency(context: CaseContext): Generator<CaseDraft> {
  const { operation, base, fullBody, locations, seed } = context;
  const bodies = Array.from({ length: connections }, (_, index) =>
    base.body === undefined
      ? undefined
      : withCanaries(fullBody, canaryOf(seed, `burst${index}`), locations, operation.body),
  );
  yield {
    name: "parallel",
    title: `${connections} valid requests at the same time, each with its own texts`,
    requests: bodies.map((body) => buildRequest(context, { body })),
    parallel: true,
    expected: success(),
  };
}
