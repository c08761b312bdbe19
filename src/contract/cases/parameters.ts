import type { OpenApiDocument } from "../../openapi/document.ts";
import { partsOf } from "../../openapi/schema-parts.ts";
import { listsIn, scalarsIn } from "../../openapi/text-values.ts";
import type { ContractParameter } from "../model/operation.ts";
import type { Expected } from "../test-case.ts";
import { type Candidate, ruleOf } from "../values/candidate.ts";
import { invalidValues, validValues } from "../values/keywords/index.ts";
import { wrongTypes } from "../values/keywords/type.ts";
import { isIdentifier, type Location } from "../values/locate.ts";
import { parameterKey } from "../values/parameters.ts";
import { vary } from "../values/sample.ts";
import { validSample } from "../values/valid-sample.ts";
import { refusal, success } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";

/** Parameters that are absent, of the wrong type, just outside their constraints, or at their limits. */
export function* parameters(context: CaseContext): Generator<CaseDraft> {
  const { operation, seed } = context;
  const surroundings = { document: operation.document, seed, full: true };
  for (const parameter of operation.parameters) {
    const key = parameterKey(parameter);
    const what = `the ${parameter.in} parameter ${parameter.name}`;
    const of = (name: string, title: string, value: unknown, expected: Expected) => {
      const request = buildRequest(context, { parameters: { [key]: value } });
      return {
        name: `${key}/${name}`,
        title: `${what} ${title}`,
        requests: [request],
        expected,
        pointer: parameter.pointer,
      };
    };
    const shown = context.base.parameters.get(key) ?? parameter.example;
    // An empty list is no parameter at all.
    const value =
      shown !== undefined && !(Array.isArray(shown) && shown.length === 0)
        ? shown
        : validSample(parameter.schema, parameter.schemaPointer, surroundings, parameter.validate)?.value;
    if (value === undefined) continue;
    if (parameter.required && parameter.in !== "path") yield of("absent", "is absent", undefined, refusal("parameter"));
    if (!parameter.required && parameter.validate(value).length === 0 && isPlain(value))
      yield of("present", "is present", value, success());
    // Servers differ too much in how they read objects and JSON from a parameter.
    if (parameter.mediaType || !isPlain(value)) continue;
    const location: Location = {
      path: `/${parameter.name}`,
      value,
      parts: partsOf(operation.document, parameter.schema, parameter.schemaPointer),
      required: parameter.required,
    };
    const requestClass = parameter.in === "path" ? "pathParameter" : "parameter";
    for (const candidate of negatives(location, operation.document)) {
      if (!isSendable(parameter, candidate.value) || isReadableAsValid(parameter, candidate.value)) continue;
      const expected = candidate.disputed ? refusal("borderline", "recommendation") : refusal(requestClass);
      const [error] = parameter.validate(candidate.value);
      yield of(candidate.name, candidate.about + ruleOf(operation.document, error), candidate.value, expected);
    }
    if (parameter.in === "query" && hasNoEmptyReading(parameter)) {
      // If it is optional, some servers treat an empty one as absent.
      yield of("empty", "is empty", "", refusal(requestClass, parameter.required ? "document" : "recommendation"));
    }
    if (parameter.in === "path" && isIdentifier(location) && typeof value === "string") {
      const other = vary(value, 171);
      const open: Expected = { outcome: "open", class: "unknownResource" };
      if (parameter.validate(other).length === 0)
        yield of("unknown-resource", `names another thing: ${other}`, other, open);
    }
    if (isIdentifier(location) || parameter.in === "path") continue;
    for (const candidate of validValues(location, seed)) {
      const valid =
        candidate.raw === undefined &&
        isSendable(parameter, candidate.value) &&
        parameter.validate(candidate.value).length === 0;
      if (valid && isPlain(candidate.value))
        yield of(`valid-${candidate.name}`, candidate.about, candidate.value, success());
    }
  }
  const request = buildRequest(context);
  const target = `${request.target}${request.target.includes("?") ? "&" : "?"}unknownParameter=1`;
  const open: Expected = { outcome: "open", class: "unknownParameter" };
  yield {
    name: "unknown",
    title: "the query has an undocumented parameter",
    requests: [{ ...request, target }],
    expected: open,
  };
}

function negatives(location: Location, document: OpenApiDocument): Candidate[] {
  return [...wrongTypes(location), ...invalidValues(location, document)].filter(
    ({ value }) => typeof value !== "object",
  );
}

function isPlain(value: unknown): boolean {
  return (
    value !== null &&
    (typeof value !== "object" || (Array.isArray(value) && value.every((item) => typeof item !== "object")))
  );
}

/** Whether an empty text is invalid however it is read. */
function hasNoEmptyReading({ validate, schema }: ContractParameter): boolean {
  return schema.type !== "array" && ["", null, false, 0].every((reading) => validate(reading).length > 0);
}

/** Whether the server receives the value unchanged: header values are trimmed, a path segment is never empty. */
function isSendable({ in: location }: ContractParameter, value: unknown): boolean {
  const text = String(value);
  if (text === "" || text.length > 2_000) return false;
  if (location === "header" || location === "cookie") return text.trim() === text && /^[\x21-\x7e ]*$/.test(text);
  return location === "query" || !/[/\\?#%]|^\.+$/.test(text);
}

/** Whether the text is a valid value however it is read: text has no types. */
function isReadableAsValid({ validate }: ContractParameter, value: unknown): boolean {
  const text = String(value);
  const items = text.split(",");
  const readings = [...scalarsIn(text, { lenient: true }), [text], ...listsIn(items, { lenient: true })];
  return readings.some((reading) => validate(reading).length === 0);
}
