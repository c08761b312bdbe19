import { validateHeaderName, validateHeaderValue } from "node:http";
import { inspect } from "node:util";
import { UserError } from "../internal/user-error.ts";
import type { Reply } from "./reply-options.ts";

const fields = Object.keys({
  status: true,
  operation: true,
  times: true,
  example: true,
  body: true,
  headers: true,
  html: true,
  delayMs: true,
  hang: true,
  reset: true,
  cut: true,
} satisfies Record<keyof Reply, true>);

/** Ends of an exchange in place of a complete response. */
const endings = ["hang", "reset", "cut"];

/** Fields that make a reply without a status. */
const troubles = ["html", "delayMs", ...endings];

/**
 * Checks a reply without the spec. Not all callers have types, and no type knows what a header may contain.
 *
 * @throws {UserError} Exit code 2, if a field is unknown or invalid.
 */
export function checkReply(reply: unknown): void {
  const problem = findProblem(reply);
  if (problem !== undefined) refuseReply(problem);
}

/** @throws {UserError} Always, exit code 2. */
export function refuseReply(problem: string): never {
  throw new UserError(`mock.reply(): ${problem}.`, 2);
}

function findProblem(reply: unknown): string | undefined {
  if (!isRecord(reply)) return `expected an object, not ${show(reply)}`;
  const unknownField = Object.keys(reply).find((field) => !fields.includes(field));
  if (unknownField !== undefined) return `unknown field ${show(unknownField)}; use ${fields.join(", ")}`;
  const { status, operation, times = 1, example, body, headers = {} } = reply;
  const trouble = findTroubleProblem(reply);
  if (trouble !== undefined) return trouble;
  const isTrouble = troubles.some((field) => reply[field] !== undefined && reply[field] !== false);
  if (typeof status !== "number" && !(isTrouble && status === undefined))
    return `status must be a number, not ${show(status)}`;
  if (!isOptionalString(operation)) return `operation must be a string, not ${show(operation)}`;
  if (!Number.isInteger(times) || Number(times) < 1) return `times must be a positive integer, not ${show(times)}`;
  if (!isOptionalString(example)) return `example must be a string, not ${show(example)}`;
  if (example !== undefined && body !== undefined) return "use either example or body";
  if (body !== undefined && !isJson(body)) return `body must be JSON, not ${show(body)}`;
  if (!isRecord(headers)) return `headers must be an object of strings, not ${show(headers)}`;
  return Object.entries(headers)
    .map(([name, value]) => findHeaderProblem(name, value))
    .find((problem) => problem !== undefined);
}

function findTroubleProblem({ status, example, body, html, delayMs, ...reply }: Record<string, unknown>) {
  if (!isOptionalString(html)) return `html must be a string, not ${show(html)}`;
  if (html !== undefined && (body !== undefined || example !== undefined)) return "use html without body and example";
  const isStatus = Number.isInteger(status) && Number(status) >= 200 && Number(status) <= 599;
  if (html !== undefined && status !== undefined && !isStatus) return `status must be 200 to 599, not ${show(status)}`;
  if (delayMs !== undefined && !(Number.isInteger(delayMs) && Number(delayMs) >= 0 && Number(delayMs) < 2 ** 31)) {
    return `delayMs must be a whole number of milliseconds, not ${show(delayMs)}`;
  }
  const flag = endings.find((name) => reply[name] !== undefined && typeof reply[name] !== "boolean");
  if (flag) return `${flag} must be a boolean, not ${show(reply[flag])}`;
  const given = endings.filter((name) => reply[name]);
  return given.length > 1 ? `use only one of ${given.join(" and ")}` : undefined;
}

function findHeaderProblem(name: string, value: unknown): string | undefined {
  if (typeof value !== "string") return `header ${show(name)} must be a string, not ${show(value)}`;
  if (throws(() => validateHeaderName(name))) return `header name ${show(name)} is invalid`;
  if (throws(() => validateHeaderValue(name, value))) return `header ${show(name)} has an invalid value`;
  return undefined;
}

function isJson(value: unknown): boolean {
  return !throws(() => JSON.parse(JSON.stringify(value)));
}

function isOptionalString(value: unknown): boolean {
  return value === undefined || typeof value === "string";
}

/** Whether the value is an object with named fields, unlike a list or `Headers`. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !(Symbol.iterator in value);
}

function throws(call: () => unknown): boolean {
  try {
    call();
    return false;
  } catch {
    return true;
  }
}

/** Shows a value in one line. */
function show(value: unknown): string {
  return inspect(value, { depth: 0, breakLength: Number.POSITIVE_INFINITY });
}
