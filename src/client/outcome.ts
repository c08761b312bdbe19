/**
 * What is known of the operation's effect.
 *
 * - `not-sent`: the request was not sent; nothing has happened.
 * - `rejected`: the server refused the request; nothing has happened.
 * - `unknown`: the operation may have taken effect, once for each attempt.
 */
export type Outcome = "not-sent" | "rejected" | "unknown";

/** Orders outcomes by how much may have happened. */
const rank: Record<Outcome, number> = { "not-sent": 0, rejected: 1, unknown: 2 };

/** Returns the outcome of two attempts together: one that may have taken effect makes both unknown. */
export function combineOutcomes(first: Outcome, second: Outcome): Outcome {
  return rank[second] > rank[first] ? second : first;
}
