import { keysOf, withValue } from "../../openapi/pointer.ts";
import { canaryOf, withCanaries } from "../values/canaries.ts";
import { success } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";

const times = 6;

/** Valid requests on one connection, each with its own texts, and some without the optional properties of the previous one. */
export function* repeat(context: CaseContext): Generator<CaseDraft> {
  const { operation, base, fullBody, locations, seed } = context;
  const withOwnCanary = (value: unknown, name: string) =>
    withCanaries(value, canaryOf(seed, name), locations, operation.body);
  const bodiesWithCanaries = Array.from({ length: times }, (_, index) => withOwnCanary(fullBody, `repeat${index}`));
  const optional = locations.filter(({ required, path }) => !required && keysOf(path).length === 1);
  let bare = withOwnCanary(fullBody, "repeat-bare");
  for (const { path } of optional) {
    const without = withValue(bare, path, undefined);
    if (operation.body?.validate(without).length === 0) bare = without;
  }
  const bodies =
    base.body === undefined
      ? bodiesWithCanaries.map(() => undefined)
      : [...bodiesWithCanaries.slice(0, 3), bare, ...bodiesWithCanaries.slice(3), bare];
  yield {
    name: "sequence",
    title: `${bodies.length} valid requests one after the other, each with its own texts`,
    requests: bodies.map((body) => buildRequest(context, { body })),
    expected: success(),
  };
  yield {
    name: "fresh-connection",
    title: "valid requests: the first closes its connection, the others share a new one",
    requests: bodiesWithCanaries.slice(0, 4).map((body, index) =>
      buildRequest(context, {
        ...(base.body !== undefined && { body: withOwnCanary(body, `fresh${index}`) }),
        headers: index === 0 ? { Connection: "close" } : {},
      }),
    ),
    expected: success(),
  };
}
