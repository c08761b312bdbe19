import { ruleOf, titleOf } from "../values/candidate.ts";
import { wrongTypes } from "../values/keywords/type.ts";
import { singleErrors } from "../values/single-error.ts";
import { bodyRefusal, refusal } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";

/** Bodies with one value of the wrong type, including look-alikes such as "5" for 5. */
export function* type(context: CaseContext): Generator<CaseDraft> {
  const { body } = context.operation;
  if (!body) return;
  for (const location of context.locations) {
    for (const { candidate, body: changed, error } of singleErrors(body, location, wrongTypes(location))) {
      // A value of the right type breaks another keyword, which another family tests.
      if (!/^(type|enum|const|anyOf|oneOf)$/.test(error.keyword)) continue;
      const request = buildRequest(context, { body: changed });
      const id = `${location.id}/${candidate.name}`;
      const expected = location.path === "" ? bodyRefusal(candidate.value) : refusal("body");
      // Where there need be no body, some take an empty value for none.
      const isNone = location.path === "" && !body.required && !candidate.value;
      yield {
        name: id,
        title: titleOf(location, candidate, ruleOf(context.operation.document, error)),
        requests: [request],
        expected: isNone ? refusal("borderline", "recommendation") : expected,
        pointer: error.pointer,
      };
    }
  }
}
