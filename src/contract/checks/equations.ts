import { readablePath } from "../../openapi/pointer.ts";
import { type ExchangeView, type Expression, evaluate, evaluateTemplate } from "../../openapi/runtime-expression.ts";
import type { Equation } from "../model/x-contract.ts";
import { isSameJson } from "../values/same-json.ts";
import type { ViolationDetails } from "../violation.ts";

/**
 * Finds the equations that a response breaks. What the request lacks is not expected of the response, and other checks
 * report a body that is not JSON.
 *
 * @param baseUrl Base URL of the server, without a final slash.
 */
export function brokenEquations(
  equations: readonly Equation[],
  view: ExchangeView,
  baseUrl: string,
): ViolationDetails[] {
  return equations.flatMap((equation): ViolationDetails[] => {
    const { expression, text, value, pointer } = equation;
    if (isOfBody(expression) && view.response?.body === undefined) return [];
    const expected = evaluateTemplate(value, view);
    const actual = evaluate(expression, view);
    if (expected === undefined || isEqual(equation, expected, actual, view, baseUrl)) return [];
    return [
      {
        severity: "error",
        expected: `${nameOf(expression)} that equals ${value.text}: ${shorten(expected)}`,
        actual: shorten(actual),
        pointer,
        fingerprint: text,
      },
    ];
  });
}

/** The name of an expression's value in a sentence: `items[0] of the response body`, `the response header Location`. */
export function nameOf(expression: Expression): string {
  if (!("part" in expression)) return expression.source;
  const { source, part } = expression;
  if (part !== "body") return `the ${source} ${part === "header" ? "header" : `${part} parameter`} ${expression.name}`;
  return expression.pointer === "" ? `the ${source} body` : `${readablePath(expression.pointer)} of the ${source} body`;
}

/** A value as a violation shows it. */
export function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 100 ? `${text.slice(0, 97)}...` : text;
}

function isEqual(
  { expression, value }: Equation,
  expected: unknown,
  actual: unknown,
  view: ExchangeView,
  baseUrl: string,
): boolean {
  if (isSameJson(expected, actual)) return true;
  if (isReference(expression) && typeof actual === "string") {
    const encoded = String(evaluateTemplate(value, view, encodeURIComponent));
    return [String(expected), encoded, baseUrl + encoded].some((one) => isSameUrl(one, actual, view.url));
  }
  // Headers, parameters and forms have no types.
  const isTextual = (part: Expression) => !isOfBody(part) || (part.source === "request" && view.request.isUntyped);
  const isText = [expression, ...value.parts].some((part) => typeof part === "object" && isTextual(part));
  return isText && isSameText(expected, actual);
}

/** Whether a text stands for the value. A list may be repeated, joined by commas, or have a single item. */
function isSameText(expected: unknown, actual: unknown): boolean {
  const items = [actual].flat();
  if (items.some((item) => item === undefined || typeof item === "object")) return false;
  const texts = JSON.stringify(items.map(String));
  const readings = Array.isArray(actual) ? [[expected].flat(), String(expected).split(",")] : [[expected].flat()];
  return readings.some((reading) => JSON.stringify(reading.map(String)) === texts);
}

function isOfBody(expression: Expression): boolean {
  return "part" in expression && expression.part === "body";
}

/** Whether the value is a URI reference, which may be relative: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.2 */
function isReference(expression: Expression): boolean {
  return "part" in expression && expression.part === "header" && /^(content-)?location$/i.test(expression.name);
}

function isSameUrl(expected: string, actual: string, base: string): boolean {
  if (!URL.canParse(expected, base) || !URL.canParse(actual, base)) return false;
  return new URL(expected, base).href === new URL(actual, base).href;
}
