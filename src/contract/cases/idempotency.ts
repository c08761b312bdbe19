import { pointTo } from "../../openapi/pointer.ts";
import { canaryOf, withCanaries } from "../values/canaries.ts";
import { validValues } from "../values/keywords/index.ts";
import { isIdentifier } from "../values/locate.ts";
import { validVariants } from "../values/single-error.ts";
import { refusal, success } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { createIdempotencyKey } from "./idempotency-key.ts";
import { buildRequest } from "./request.ts";

/** If `x-contract` names an idempotency key: a request sent again with its key, and the key with another body. */
export function* idempotency(context: CaseContext): Generator<CaseDraft> {
  const { base } = context;
  const { idempotencyKey: name, pointer: statement } = context.operation.xContract;
  if (name === undefined) return;
  const pointer = pointTo(statement, "idempotencyKey");
  const requestWith = (body: unknown, purpose: string) => {
    const key = createIdempotencyKey(context, purpose);
    return key === undefined ? undefined : buildRequest(context, { body, headers: { [name]: key } });
  };
  const request = requestWith(base.body, "retry");
  if (!request) return;
  yield {
    name: "retry",
    title: `a valid request twice with the same ${name}`,
    requests: [request, request],
    expected: success(),
    pointer,
  };
  const first = requestWith(base.body, "conflict");
  const second = requestWith(anotherBody(context), "conflict");
  if (!first || !second?.body || first.body?.equals(second.body)) return;
  yield {
    name: "conflict",
    title: `the ${name} of another request, which had another body`,
    setup: [first],
    requests: [second],
    expected: refusal("idempotencyConflict"),
    pointer,
  };
}

/** A valid body that differs from the base body: in a text that the schema leaves free, else in any value. */
function anotherBody({ operation: { body }, base, locations, seed }: CaseContext): unknown {
  if (!body || base.body === undefined) return undefined;
  const own = locations.filter(({ root }) => root === base.body);
  const marked = withCanaries(base.body, canaryOf(seed, "conflict"), own, body);
  if (JSON.stringify(marked) !== JSON.stringify(base.body)) return marked;
  for (const location of own.filter((one) => !isIdentifier(one))) {
    for (const { candidate, body: changed } of validVariants(body, location, validValues(location, seed)))
      if (candidate.raw === undefined) return changed;
  }
  return undefined;
}
