import { withStandIns } from "../chain/stand-ins.ts";
import { success } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";

/** The documented examples, and the valid request that all other test cases are made from. */
export function* examples(context: CaseContext): Generator<CaseDraft> {
  const { operation, base } = context;
  const what = base.isOverridden ? "the valid request, with its overrides" : "a valid request";
  yield { name: "valid", title: what, role: "baseline", requests: [buildRequest(context)], expected: success() };
  for (const { name, value, pointer } of base.isOverridden ? [] : (operation.body?.examples ?? [])) {
    const isNew = JSON.stringify(withStandIns(value, base.standIns)) !== JSON.stringify(base.body);
    if (!isNew || operation.body?.validate(value).length !== 0) continue;
    const request = buildRequest(context, { body: withStandIns(value, base.standIns) });
    yield {
      name: `example-${name}`,
      title: `the documented example ${name}`,
      role: "baseline",
      requests: [request],
      expected: success(),
      pointer,
    };
  }
}
