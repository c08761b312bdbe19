import type { TestCase } from "../test-case.ts";
import { titleOf } from "../values/candidate.ts";
import { invalidValues } from "../values/keywords/index.ts";
import { singleErrors } from "../values/single-error.ts";
import { buildRequest, type CaseContext, oneRequest, refusal } from "./context.ts";

/** Bodies with one value just outside a constraint: length, range, count, multiple, pattern, choice, format. */
export function* constraints(context: CaseContext): Generator<TestCase> {
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
      yield oneRequest(
        context,
        "constraints",
        `${location.id}/${candidate.name}`,
        titleOf(location, candidate),
        request,
        expected,
        error.pointer,
      );
    }
  }
}
