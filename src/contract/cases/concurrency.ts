import { canaryOf, withCanaries } from "../values/canaries.ts";
import { success } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";

const connections = 12;

/** Many calls at once, each with its own texts on its own connection. */
export function* concurrency(context: CaseContext): Generator<CaseDraft> {
  const { base, fullBody } = context;
  const bodies = Array.from({ length: connections }, (_, index) =>
    base.body === undefined ? undefined : withCanaries(context, fullBody, canaryOf(context, `burst${index}`)),
  );
  yield {
    name: "parallel",
    title: `${connections} valid requests at once, each with its own texts`,
    requests: bodies.map((body) => buildRequest(context, { body })),
    parallel: true,
    expected: success(),
  };
}
