import { pointTo, readablePath } from "../../openapi/pointer.ts";
import { canaryPattern } from "../values/canaries.ts";
import type { ViolationDetails } from "../violation.ts";
import type { Check } from "./check.ts";
import { type Success, successes } from "./successes.ts";

/**
 * No response contains what another request sent. Only locations count where most responses repeat their own request: a
 * text of another request there was mixed up or left over.
 */
export const isolation: Check = {
  name: "isolation",
  headline: "a response contains what another request sent",
  rank: 4,
  runAcross({ pointer, operation }, exchanges) {
    // Requests about the same thing may see each other's changes.
    if (operation.method !== "POST") return [];
    const responses = successes(exchanges).map((success) => ({
      ...success,
      own: canariesOf(success.sent),
      texts: textsOf(success.json),
    }));
    const locations = new Set(responses.flatMap(({ texts }) => [...texts.keys()]));
    for (const location of locations) {
      const echoing = responses.flatMap((response) => {
        const [canary] = response.texts.get(location)?.match(canaryPattern) ?? [];
        return canary === undefined ? [] : [{ ...response, canary }];
      });
      const foreign = echoing.filter(({ own, canary }) => !own.has(canary));
      const own = echoing.length - foreign.length;
      const [first] = foreign;
      if (first === undefined) continue;
      // A foreign text may belong there, as in a list of recent things; not where requests usually find their own.
      const isUsual = own >= 2;
      if (isUsual || (own === 0 && isPermutation(echoing))) return [violation(first, location, pointer)];
    }
    return [];
  },
};

/** Whether every request's text came back, but in another response. */
function isPermutation(echoing: { own: Set<string>; canary: string }[]): boolean {
  const sent = new Set(echoing.flatMap(({ own }) => [...own]));
  return (
    echoing.length > 2 &&
    new Set(echoing.map(({ canary }) => canary)).size === echoing.length &&
    echoing.every(({ canary }) => sent.has(canary))
  );
}

function violation(
  { index, canary }: Success & { canary: string },
  location: string,
  pointer: string,
): ViolationDetails {
  return {
    severity: "error",
    expected: `in ${readablePath(location)} of the response what the request itself sent, as in the other responses`,
    actual: `${canary}, which another request sent`,
    pointer,
    fingerprint: "isolation",
    exchange: index,
  };
}

function canariesOf(value: unknown): Set<string> {
  return new Set(JSON.stringify(value)?.match(canaryPattern) ?? []);
}

/** The texts of a value by location. */
function textsOf(value: unknown, location = "", texts = new Map<string, string>()): Map<string, string> {
  if (typeof value === "string") texts.set(location, value);
  else if (typeof value === "object" && value !== null) {
    for (const [key, child] of Object.entries(value)) textsOf(child, pointTo(location, key), texts);
  }
  return texts;
}
