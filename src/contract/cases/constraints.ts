import { ruleOf, titleOf } from "../values/candidate.ts";
import { invalidValues } from "../values/keywords/index.ts";
import { singleErrors } from "../values/single-error.ts";
import { refusal } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";

/** Bodies with one value just outside a constraint: length, range, number of items, multiple, pattern, choice, format. */
export function* constraints(context: CaseContext): Generator<CaseDraft> {
  const { body } = context.operation;
  if (!body) return;
  for (const location of context.locations) {
    for (const { candidate, body: changed, error } of singleErrors(
      body,
      location,
      invalidValues(location, context.operation.document),
    )) {
      const expected = candidate.disputed ? refusal("borderline", "recommendation") : refusal("body");
      const request = buildRequest(context, { body: changed });
      yield {
        name: `${location.id}/${candidate.name}`,
        title: titleOf(location, candidate, ruleOf(context.operation.document, error)),
        requests: [request],
        expected,
        pointer: error.pointer,
      };
    }
  }
}
