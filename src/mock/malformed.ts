import { validateHeaderName, validateHeaderValue } from "node:http";
import { inspect } from "node:util";
import type { AskedAnswer } from "./answers.ts";

const parts = Object.keys({
  status: true,
  operation: true,
  times: true,
  example: true,
  body: true,
  headers: true,
} satisfies Record<keyof AskedAnswer, true>);

/**
 * What keeps a value from being an answer to ask for, whatever the description says; undefined where nothing does. Not all
 * callers have types, and no type knows what a header may hold.
 */
export function findMalformed(answer: unknown): string | undefined {
  if (!isRecord(answer)) return `an answer is an object, not ${show(answer)}`;
  const other = Object.keys(answer).find((part) => !parts.includes(part));
  if (other !== undefined) return `nothing in it is called "${other}"; there are: ${parts.join(", ")}`;
  const { status, times = 1, headers = {} } = answer;
  if (typeof status !== "number") return `status is a number, not ${show(status)}`;
  if (!Number.isInteger(times) || Number(times) < 1) return `times is a whole number from 1, not ${show(times)}`;
  if (!isRecord(headers)) return `headers is an object of texts, not ${show(headers)}`;
  return Object.entries(headers)
    .map(([name, value]) => findHeaderFault(name, value))
    .find((fault) => fault !== undefined);
}

function findHeaderFault(name: string, value: unknown): string | undefined {
  if (typeof value !== "string") return `the header ${name} is a text, not ${show(value)}`;
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** An object with names for its values, as a list or `Headers` is not. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !(Symbol.iterator in value);
}

function show(value: unknown): string {
  return inspect(value, { depth: 0, breakLength: Number.POSITIVE_INFINITY });
}
