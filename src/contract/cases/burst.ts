import type { Case } from "../case.ts";
import { buildRequest, type CaseContext, success } from "../context.ts";
import { markerOf, markPlaces } from "../values/markers.ts";

const connections = 12;

/** Many calls at once, each with its own texts on its own connection. */
export function* burst(context: CaseContext): Generator<Case> {
  const { operation, base, fullBody } = context;
  const bodies = Array.from({ length: connections }, (_, index) =>
    base.body === undefined ? undefined : markPlaces(context, fullBody, markerOf(context, `burst${index}`)),
  );
  yield {
    id: `${operation.id}/burst/parallel`,
    family: "burst",
    title: `${connections} valid requests at once, each with its own texts`,
    operation,
    requests: bodies.map((body) => buildRequest(context, { body })),
    parallel: true,
    expected: success(),
    pointer: operation.pointer,
  };
}
