import type { OrWhy } from "./thing.ts";

/** Keeps what fails again and again from being tried for ever. */
export interface Attempts {
  /** Does something, or says why it failed the last times. */
  try<T>(what: string, act: () => Promise<OrWhy<T>>): Promise<OrWhy<T>>;
  hasGivenUp(what: string): boolean;
}

/** So many failures in a row, and nothing of that name is tried again. */
const maxFailures = 2;

/** Attempts of which none has failed. */
export function createAttempts(): Attempts {
  const failures = new Map<string, { times: number; why: string }>();
  const hasGivenUp = (what: string) => (failures.get(what)?.times ?? 0) >= maxFailures;
  return {
    async try(what, act) {
      const { times = 0, why = "" } = failures.get(what) ?? {};
      if (hasGivenUp(what)) return { why };
      const result = await act();
      if ("got" in result) failures.delete(what);
      else failures.set(what, { times: times + 1, why: result.why });
      return result;
    },
    hasGivenUp,
  };
}
