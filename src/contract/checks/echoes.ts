import { pointTo, readablePath, valueAt } from "../../openapi/pointer.ts";
import type { ViolationDetails } from "../violation.ts";
import type { Check } from "./check.ts";

/** What `x-contract` calls an echo comes back as it was sent, byte for byte. */
export const echoes: Check = {
  name: "echoes",
  headline: "what was sent does not come back as it was",
  rank: 9,
  run(testCase, { request, response }) {
    const { xContract } = testCase.operation;
    if (xContract.echoes.length === 0 || !response || !request.body || testCase.target === "elsewhere") return [];
    if (response.status < 200 || response.status > 299) return [];
    const sent = parse(request.body);
    const came = parse(response.body);
    if (sent === undefined || came === undefined) return [];
    return xContract.echoes.flatMap(([answer, from]): ViolationDetails[] => {
      const value = valueAt(sent, from);
      if (value === undefined || isSame(value, valueAt(came, answer))) return [];
      return [
        {
          severity: "error",
          expected: `${readablePath(answer)} of the answer as ${readablePath(from)} was sent: ${short(value)}`,
          actual: short(valueAt(came, answer)),
          pointer: pointTo(xContract.pointer, "echoes", answer),
          fingerprint: answer,
        },
      ];
    });
  },
};

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** Equal as JSON: the order of properties means nothing. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && isSame((a as never)[key], (b as never)[key]));
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 100 ? `${text.slice(0, 97)}...` : text;
}
