import type { TestCase } from "../test-case.ts";
import { canaryOf, withCanaries } from "../values/canaries.ts";
import { buildRequest, type CaseContext, success } from "./context.ts";

const connections = 12;

/** Many calls at once, each with its own texts on its own connection. */
export function* concurrency(context: CaseContext): Generator<TestCase> {
  const { operation, base, fullBody, locations, seed } = context;
  const bodies = Array.from({ length: connections }, (_, index) =>
    base.body === undefined
      ? undefined
      : withCanaries(fullBody, canaryOf(seed, `burst${index}`), locations, operation.body),
  );
  yield {
    id: `${operation.id}/concurrency/parallel`,
    family: "concurrency",
    title: `${connections} valid requests at once, each with its own texts`,
    operation,
    requests: bodies.map((body) => buildRequest(context, { body })),
    parallel: true,
    expected: success(),
    pointer: operation.pointer,
  };
}
