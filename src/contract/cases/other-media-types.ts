import { additionalProperties } from "./additional-properties.ts";
import { constraints } from "./constraints.ts";
import { success } from "./expected.ts";
import type { CaseContext, CaseDraft, Family } from "./family.ts";
import { buildRequest } from "./request.ts";
import { required } from "./required.ts";
import { type } from "./type.ts";

/** The families whose cases show whether a body is validated at all. */
const negatives: readonly Family[] = [required, type, constraints, additionalProperties];

/** The body in every other media type that is documented: valid ones, and one for each rule that the schema has. */
export function* otherMediaTypes({ otherMediaTypes: contexts }: CaseContext): Generator<CaseDraft> {
  for (const context of contexts) {
    const { mediaType = "", schemaPointer } = context.operation.body ?? {};
    const about = `the body is ${mediaType}`;
    const valid = (name: string, title: string, body: unknown): CaseDraft => ({
      name: `${mediaType}/${name}`,
      title: `${about}, ${title}`,
      requests: [buildRequest(context, { body })],
      // Frameworks that read several media types into one value differ in how a form holds an object.
      expected: success(hasObject(body) ? "recommendation" : "document"),
      pointer: schemaPointer,
    });
    yield valid("valid", "which is documented too", context.base.body);
    yield valid("full", "and has every property that may be there", context.fullBody);
    const rules = new Set<string | undefined>();
    for (const draft of negatives.flatMap((family) => [...family(context)])) {
      if (rules.has(draft.pointer)) continue;
      rules.add(draft.pointer);
      yield { ...draft, name: `${mediaType}/${draft.name}`, title: `${about}, and ${draft.title}` };
    }
  }
}

function hasObject(body: unknown): boolean {
  const items = typeof body === "object" && body !== null ? Object.values(body).flat() : [];
  return items.some((item) => typeof item === "object");
}
