import { headerValues } from "../http/request.ts";
import type { ContractHeader } from "../model/operation.ts";
import type { ViolationDetails } from "../violation.ts";
import { type Check, documentedResponse } from "./check.ts";

/** Headers that RFC 9110 and its kin define as single. */
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

/** Documented headers are there where they are required, valid, and given once; so are those that HTTP has once. */
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
    const described = new Set(documented?.headers.map(({ name }) => name.toLowerCase()));
    for (const name of single) {
      const values = headerValues(response.headers, name);
      if (values.length < 2 || described.has(name)) continue;
      violations.push({
        severity: "error",
        expected: `one ${name}: HTTP has it once (RFC 9110, section 5.3)`,
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
    return required ? violation(`the header ${name}, which is required`, "an answer without it", "absent") : [];
  const types = [schema.type ?? []].flat();
  if (values.length > 1 && !types.includes("array"))
    return violation(`one header ${name}`, `${values.length} of them`, "twice");
  if (types.includes("object")) return [];
  const readings = types.includes("array") ? readLists(values) : readingsOf(value, types);
  const faults = readings.map((reading) => validate(reading));
  const [least] = faults.sort((a, b) => a.length - b.length);
  const [fault] = least ?? [];
  return fault ? violation(`a header ${name} that ${fault.message}`, value.slice(0, 120), "invalid") : [];
}

/** A header is text; the schema tells what the text may mean. Where it leaves the type to another, all may be. */
function readingsOf(text: string, types: string[]): unknown[] {
  const readings: unknown[] = [];
  const mayBe = (...names: string[]) => types.length === 0 || names.some((name) => types.includes(name));
  if (mayBe("integer", "number") && /^-?\d+(\.\d+)?$/.test(text)) readings.push(Number(text));
  if (mayBe("boolean") && /^(true|false)$/.test(text)) readings.push(text === "true");
  return [...readings, text];
}

/** A list in one header or several: its items as texts, and as what they look like. */
function readLists(values: string[]): unknown[] {
  const items = values.flatMap((value) => value.split(",")).map((item) => item.trim());
  return [items, items.map((item) => readingsOf(item, [])[0])];
}
