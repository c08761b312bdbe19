import { readablePath } from "../../openapi/pointer.ts";
import type { Candidate } from "../values/candidate.ts";
import { singleErrors } from "../values/single-error.ts";
import { refusal } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";

/** Bodies with a property that a closed object forbids. */
export function* additionalProperties(context: CaseContext): Generator<CaseDraft> {
  const { body } = context.operation;
  if (!body) return;
  for (const location of context.locations) {
    const { value, path } = location;
    if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
    const [first] = Object.keys(value);
    const names = [
      "unknownProperty",
      "__unknown",
      "$unknown",
      "",
      ...(first ? [`${first}_`, `${first} `, first.toUpperCase()] : []),
    ];
    const candidates = names
      .filter((name) => !Object.hasOwn(value, name))
      .flatMap((name): Candidate[] => [
        {
          name: `property-${name}`,
          value: { ...value, [name]: "x" },
          about: `has the unknown property ${JSON.stringify(name)}`,
        },
        {
          name: `property-null-${name}`,
          value: { ...value, [name]: null },
          about: `has the unknown property ${JSON.stringify(name)}, null`,
        },
        {
          name: `property-empty-${name}`,
          value: { ...value, [name]: "" },
          about: `has the unknown property ${JSON.stringify(name)}, an empty string`,
        },
      ]);
    for (const { candidate, body: changed, error } of singleErrors(body, location, candidates)) {
      const request = buildRequest(context, { body: changed });
      const title = `${readablePath(path)} ${candidate.about}`;
      yield {
        name: `${location.id}/${candidate.name}`,
        title,
        requests: [request],
        expected: refusal("body"),
        pointer: error.pointer,
      };
    }
  }
}
