import { evaluate } from "../../openapi/runtime-expression.ts";
import { isOwnSuccess, viewExchange } from "../model/exchange-view.ts";
import type { ViolationDetails } from "../violation.ts";
import type { Check } from "./check.ts";
import { nameOf, shorten } from "./equations.ts";

const maxDistanceMs = 60_000;
/** Larger numbers are milliseconds since 1970, smaller ones seconds: this is the year 5138 in seconds. */
const maxSeconds = 1e11;

/** What `x-contract` calls recent is a time within a minute of the request. */
export const recent: Check = {
  name: "recent",
  headline: "a recent time is not within a minute of the request",
  rank: 9,
  run({ operation, target }, exchange, { baseUrl }) {
    const { recent: stated } = operation.xContract;
    const { sentAt, durationMs } = exchange;
    if (stated.length === 0 || sentAt === undefined || !isOwnSuccess(target, exchange)) return [];
    const view = viewExchange(operation, exchange, baseUrl);
    return stated.flatMap(({ expression, text, pointer }): ViolationDetails[] => {
      const value = evaluate(expression, view);
      // Other checks report a required value that is absent.
      if (value === undefined || value === null) return [];
      const isNear = (time: number) => Math.abs(time - sentAt) <= maxDistanceMs + durationMs;
      if (timesOf(value).some(isNear)) return [];
      const expected = `${nameOf(expression)} within a minute of the request, which was sent at ${new Date(sentAt).toISOString()}`;
      return [{ severity: "error", expected, actual: shorten(value), pointer, fingerprint: text }];
    });
  },
};

/** The times that a value may stand for, in milliseconds since 1970: without an offset, a time may be local or UTC. */
function timesOf(value: unknown): number[] {
  if (typeof value === "number") return [value < maxSeconds ? value * 1_000 : value];
  if (typeof value !== "string") return [];
  if (/^\d+(\.\d+)?$/.test(value)) return timesOf(Number(value));
  return [value, `${value}Z`].map((text) => Date.parse(text));
}
