import { canaryPattern } from "../values/canaries.ts";
import type { ViolationDetails } from "../violation.ts";
import type { Check } from "./check.ts";
import { type Success, successes } from "./successes.ts";

/**
 * No answer holds what another request sent. Judged where a text comes back at the same place in most answers: there, a
 * text of another request has been mixed up or left over.
 */
export const isolation: Check = {
  name: "isolation",
  headline: "a response contains what another request sent",
  rank: 4,
  runAcross({ pointer, operation }, exchanges) {
    // What another request changes may well be in the answer where both are about one thing.
    if (operation.method !== "POST") return [];
    const answers = successes(exchanges).map((answer) => ({
      ...answer,
      own: markersOf(answer.sent),
      texts: textsOf(answer.json),
    }));
    const places = new Set(answers.flatMap(({ texts }) => [...texts.keys()]));
    for (const place of places) {
      const holding = answers.flatMap((answer) => {
        const [marker] = answer.texts.get(place)?.match(canaryPattern) ?? [];
        return marker === undefined ? [] : [{ ...answer, marker }];
      });
      const foreign = holding.filter(({ own, marker }) => !own.has(marker));
      const own = holding.length - foreign.length;
      const [first] = foreign;
      if (first === undefined) continue;
      // Someone else's text may belong there, as in a list of what came last; not where one's own is usual.
      const isUsual = own >= 2;
      if (isUsual || (own === 0 && isPermutation(holding))) return [violation(first, place, pointer)];
    }
    return [];
  },
};

/** Every request's text came back, only not to who sent it. */
function isPermutation(holding: { own: Set<string>; marker: string }[]): boolean {
  const sent = new Set(holding.flatMap(({ own }) => [...own]));
  return (
    holding.length > 2 &&
    new Set(holding.map(({ marker }) => marker)).size === holding.length &&
    holding.every(({ marker }) => sent.has(marker))
  );
}

function violation({ index, marker }: Success & { marker: string }, place: string, pointer: string): ViolationDetails {
  return {
    severity: "error",
    expected: `in ${place} what the request itself sent, as in the other answers`,
    actual: `${marker}, which another request sent`,
    pointer,
    fingerprint: "isolation",
    exchange: index,
  };
}

function markersOf(value: unknown): Set<string> {
  return new Set(JSON.stringify(value)?.match(canaryPattern) ?? []);
}

/** The texts of a value by their places. */
function textsOf(value: unknown, place = "the answer", texts = new Map<string, string>()): Map<string, string> {
  if (typeof value === "string") texts.set(place, value);
  else if (typeof value === "object" && value !== null) {
    for (const [key, child] of Object.entries(value)) textsOf(child, `${place}.${key}`, texts);
  }
  return texts;
}
