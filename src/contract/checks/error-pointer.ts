import { evaluate } from "../../openapi/runtime-expression.ts";
import { decodePercent } from "../model/decode-percent.ts";
import { viewExchange } from "../model/exchange-view.ts";
import { expectedStatuses } from "../model/expected-statuses.ts";
import type { SchemaError } from "../model/schemas.ts";
import type { Check } from "./check.ts";
import { nameOf, shorten } from "./equations.ts";

/** If `x-contract` says where, the rejection of a body names the location that is wrong. */
export const errorPointer: Check = {
  name: "error-pointer",
  headline: "a rejection does not name the invalid location",
  rank: 9,
  run(testCase, exchange, { baseUrl }) {
    const { operation, expected, target } = testCase;
    const { errorPointer: stated } = operation.xContract;
    const { response, failure } = exchange;
    if (!stated || !response || failure || target === "elsewhere" || expected.class !== "body") return [];
    // Another status may be about something else.
    const { statuses = [400, 422] } = expectedStatuses(testCase);
    const view = viewExchange(operation, exchange, baseUrl);
    const errors = operation.body?.validate(view.request.body) ?? [];
    if (!statuses.includes(response.status) || errors.length === 0) return [];
    const actual = evaluate(stated.expression, view);
    if (typeof actual === "string" && errors.some((error) => names(actual, error))) return [];
    const paths = [...new Set(errors.map(({ path }) => JSON.stringify(path)))];
    return [
      {
        severity: "error",
        expected: `${nameOf(stated.expression)} that is the JSON pointer ${paths.join(" or ")}`,
        actual: shorten(actual),
        pointer: stated.pointer,
        fingerprint: stated.text,
      },
    ];
  },
};

/** Keywords whose error validators report at the object that lacks or has the property. */
const ofObject = /^(required|dependentRequired|additionalProperties|unevaluatedProperties|propertyNames)$/;
/** Keywords whose error validators may report below the location, as that of a branch or an item. */
const ofParts = /^(anyOf|oneOf|allOf|not|if|uniqueItems|contains|dependentSchemas)$/;

function names(text: string, { path, keyword }: SchemaError): boolean {
  const pointer = text.startsWith("#") ? decodePercent(text.slice(1)) : text;
  if (pointer === path) return true;
  if (ofParts.test(keyword)) return pointer.startsWith(`${path}/`);
  return ofObject.test(keyword) && pointer === path.slice(0, path.lastIndexOf("/"));
}
