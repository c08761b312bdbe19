import { keysOf, readablePath, withValue } from "../../openapi/pointer.ts";
import { type Choice, coverPairs } from "../values/cover-pairs.ts";
import { validValues } from "../values/keywords/index.ts";
import { isIdentifier } from "../values/locate.ts";
import { validVariants } from "../values/single-error.ts";
import { success } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";

const maxCases = 40;
const maxChoices = 6;

/** Valid bodies that combine every two choices of every two properties: values at the limits, null, absent. */
export function* pairs(context: CaseContext): Generator<CaseDraft> {
  const { operation, locations, fullBody, base, seed } = context;
  const { body } = operation;
  if (!body || base.body === undefined) return;
  const top = locations.filter(({ path }) => keysOf(path).length === 1);
  const properties = top.map((location) => {
    const changed = isIdentifier(location) ? [] : [...validVariants(body, location, validValues(location, seed))];
    const values = changed.filter(({ candidate }) => candidate.raw === undefined && fits(candidate.value));
    const spread = values.filter((_, index) => index % Math.ceil(values.length / maxChoices || 1) === 0);
    const choices: Choice[] = [location.value, ...spread.map(({ candidate }) => candidate.value)].map((value) => ({
      value,
    }));
    const absent: Choice[] = location.required ? [] : [{ value: undefined }];
    return { path: location.path, choices: [...choices, ...absent] };
  });
  const rows = coverPairs(
    properties.map(({ choices }) => choices),
    seed,
    maxCases,
  );
  for (const [index, row] of rows.entries()) {
    let value: unknown = fullBody;
    for (const [column, choice] of row.entries())
      value = withValue(value, properties[column]?.path ?? "", choice.value);
    if (body.validate(value).length > 0) continue;
    const names = properties.map(({ path }) => `\`${readablePath(path)}\``).join(", ");
    const request = buildRequest(context, { body: value });
    yield {
      name: String(index),
      title: `a choice for each of ${names}`,
      requests: [request],
      expected: success(),
      pointer: body.schemaPointer,
    };
  }
}

/** `boundaries` sends long values; here they would only make the bodies large. */
function fits(value: unknown): boolean {
  return (JSON.stringify(value)?.length ?? 0) < 2_000;
}
