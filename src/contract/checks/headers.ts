import { listsIn, scalarsIn } from "../../openapi/text-values.ts";
import { headerValues } from "../http/request.ts";
import type { ContractHeader } from "../model/operation.ts";
import type { ViolationDetails } from "../violation.ts";
import { type Check, documentedResponse } from "./check.ts";

/** Headers that HTTP allows once. */
const single = [
  "content-type",
  "location",
  "retry-after",
  "etag",
  "date",
  "age",
  "last-modified",
  "expires",
  "content-location",
];

/** Documented headers are valid, present if required, and not repeated; nor are headers that HTTP allows once. */
export const headers: Check = {
  name: "headers",
  headline: "a header is not as documented",
  rank: 9,
  run(testCase, exchange) {
    const { response } = exchange;
    if (!response) return [];
    const documented = documentedResponse(testCase, exchange);
    const violations = (documented?.headers ?? []).flatMap((header) =>
      judge(header, headerValues(response.headers, header.name.toLowerCase())),
    );
    const known = new Set(documented?.headers.map(({ name }) => name.toLowerCase()));
    for (const name of single) {
      const values = headerValues(response.headers, name);
      if (values.length < 2 || known.has(name)) continue;
      violations.push({
        severity: "error",
        expected: `one ${name}: HTTP allows it once (RFC 9110, section 5.3)`,
        actual: `${values.length}: ${values.join(" | ").slice(0, 120)}`,
        pointer: documented?.pointer ?? testCase.operation.pointer,
        fingerprint: `twice ${name}`,
      });
    }
    return violations;
  },
};

function judge({ name, required, pointer, schema, validate }: ContractHeader, values: string[]): ViolationDetails[] {
  const violation = (expected: string, actual: string, fingerprint: string): ViolationDetails[] => [
    { severity: "error", expected, actual, pointer, fingerprint: `${fingerprint} ${name}` },
  ];
  const [value] = values;
  if (value === undefined)
    return required ? violation(`the header ${name}, which is required`, "a response without it", "absent") : [];
  const types = [schema.type ?? []].flat();
  if (values.length > 1 && !types.includes("array"))
    return violation(`one header ${name}`, `${values.length} of them`, "twice");
  if (types.includes("object")) return [];
  const readings = types.includes("array") ? listsIn(itemsOf(values)) : scalarsIn(value, { types });
  const errors = readings.map((reading) => validate(reading));
  const [least] = errors.sort((a, b) => a.length - b.length);
  const [error] = least ?? [];
  return error ? violation(`a header ${name} that ${error.message}`, value.slice(0, 120), "invalid") : [];
}

/** The items of a list in one header or several. */
function itemsOf(values: string[]): string[] {
  return values.flatMap((value) => value.split(",")).map((item) => item.trim());
}
