import type { Json } from "./document.ts";
import { type Pointer, valueAt } from "./pointer.ts";

/** A runtime expression: https://spec.openapis.org/oas/v3.1.0#runtime-expressions */
export type Expression =
  | { source: "url" | "method" | "statusCode" }
  | { source: "request" | "response"; part: "body"; pointer: Pointer }
  | { source: "request" | "response"; part: "header" | "query" | "path"; name: string };

/** A text with runtime expressions in braces: `/orders/{$response.body#/id}`, or a single expression without braces. */
export interface Template {
  /** As the document has it. */
  text: string;
  /** Constant texts and expressions, in their order. */
  parts: (string | Expression)[];
}

/** Why a text is no runtime expression. */
export interface Problem {
  problem: string;
}

/** A request or a response, as expressions see it. */
export interface MessageView {
  headers: readonly (readonly [name: string, value: string])[];
  /** Parsed; undefined where it cannot be. */
  body: unknown;
  /** Whether the values of the body have no types, as in a form: all are texts. @default false */
  isUntyped?: boolean;
}

/** A request and its response, as expressions see them. */
export interface ExchangeView {
  /** The absolute URL of the request. */
  url: string;
  method: string;
  /** Undefined, like `response`, where no response came. */
  statusCode: number | undefined;
  /** Parameters by name, decoded. */
  request: MessageView & { query: ReadonlyMap<string, string>; path: ReadonlyMap<string, string> };
  response: MessageView | undefined;
}

const forms =
  "$url, $method, $statusCode, $request.header.NAME, $request.query.NAME, $request.path.NAME, $request.body#/POINTER, " +
  "$response.header.NAME and $response.body#/POINTER";

/** Parses one runtime expression, such as `$response.body#/id`, or says why the text is none. */
export function parseExpression(text: string): Expression | Problem {
  const [, simple] = /^\$(url|method|statusCode)$/.exec(text) ?? [];
  if (simple !== undefined) return { source: simple as "url" | "method" | "statusCode" };
  const [, message, part, rest = ""] = /^\$(request|response)\.(body|header|query|path)(.*)$/s.exec(text) ?? [];
  if (message === undefined) return { problem: `is no runtime expression; those are ${forms}` };
  const source = message as "request" | "response";
  if (part === "body") {
    if (/^(#(\/([^~/]|~[01])*)*)?$/.test(rest)) return { source, part, pointer: rest.slice(1) };
    return { problem: "must have a JSON pointer after its body, as in $request.body#/items/0/id" };
  }
  if (source === "response" && part !== "header") return { problem: `is impossible: a response has no ${part}` };
  const name = rest.slice(1);
  const isNamed = rest.startsWith(".") && (part === "header" ? /^[!#$%&'*+.^_`|~\w-]+$/.test(name) : name !== "");
  if (!isNamed) return { problem: `must have a name after its ${part}, as in $${source}.${part}.NAME` };
  return { source, part: part as "header" | "query" | "path", name };
}

/** Parses a text with expressions in braces, a single expression, or a constant text. */
export function parseTemplate(text: string): Template | Problem {
  const pieces = text.startsWith("$") ? ["", text] : text.split(/\{(\$[^{}]*)\}/);
  const parts: Template["parts"] = [];
  for (const [index, piece] of pieces.entries()) {
    const isExpression = index % 2 === 1;
    if (!isExpression && piece === "") continue;
    const part = isExpression ? parseExpression(piece) : piece;
    if (isProblem(part)) return { problem: `has ${piece}, which ${part.problem}` };
    parts.push(part);
  }
  return { text, parts };
}

/** Whether a text that was parsed is not what it should be. */
export function isProblem(parsed: string | Expression | Template | Problem): parsed is Problem {
  return typeof parsed === "object" && "problem" in parsed;
}

/**
 * The value of an expression: what a body has at the pointer, with its type, or the text of a header or parameter.
 * Undefined where the exchange has none.
 */
export function evaluate(expression: Expression, view: ExchangeView): Json | undefined {
  if (!("part" in expression)) return view[expression.source];
  const message = view[expression.source];
  if (expression.part === "body") return valueAt(message?.body, expression.pointer) as Json | undefined;
  const { part, name } = expression;
  if (part !== "header") return view.request[part].get(name);
  return message?.headers.find(([own]) => own.toLowerCase() === name.toLowerCase())?.[1];
}

/**
 * The value of a template: that of its only part, with its type, else the text that its parts make. Undefined where the
 * exchange lacks the value of a part, or a text would contain an object or a list.
 *
 * @param write Writes a value into the text: `encodeURIComponent` for a URL. Default: as it is.
 */
export function evaluateTemplate(
  { parts }: Template,
  view: ExchangeView,
  write: (value: string) => string = String,
): Json | undefined {
  const values = parts.map((part) => (typeof part === "string" ? part : evaluate(part, view)));
  const [only, ...others] = values;
  if (others.length === 0) return parts.length === 0 ? "" : only;
  if (values.some((value) => value === undefined || typeof value === "object")) return undefined;
  return values.map((value, index) => (typeof parts[index] === "string" ? value : write(String(value)))).join("");
}
