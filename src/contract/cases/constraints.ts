import type { TestCase } from "../test-case.ts";
import { brokenConstraints } from "../values/broken-constraints.ts";
import { titleOf } from "../values/candidate.ts";
import { singleFaults } from "../values/single-fault.ts";
import { buildRequest, type CaseContext, oneRequest, refusal } from "./context.ts";

/** Bodies with one value just outside a constraint: length, range, count, multiple, pattern, choice, format. */
export function* constraints(context: CaseContext): Generator<TestCase> {
  const { body } = context.operation;
  if (!body) return;
  for (const place of context.places) {
    for (const { candidate, body: changed, fault } of singleFaults(
      body,
      place,
      brokenConstraints(place, context.operation.document),
    )) {
      const expected = candidate.disputed ? refusal("borderline", "recommendation") : refusal("body");
      const request = buildRequest(context, { body: changed });
      yield oneRequest(
        context,
        "constraints",
        `${place.id}/${candidate.name}`,
        titleOf(place, candidate),
        request,
        expected,
        fault.pointer,
      );
    }
  }
}
