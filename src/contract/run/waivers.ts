import { UserError } from "../../internal/user-error.ts";

/** Known departures, and which of them were met. */
export interface Waivers {
  /** Why the fault is waived; undefined where it is not. */
  reasonFor(faultId: string): string | undefined;
  /** The waivers that no fault has matched. */
  unused(): { id: string; reason: string }[];
}

/**
 * Reads a list of `{ fault, reason }`. A fault's id may end with `*`, which stands for any rest.
 *
 * @param name What the list is called in an error.
 * @throws {UserError} exit code 2, where it is no such list.
 */
export function readWaivers(data: unknown, name: string): Waivers {
  if (!Array.isArray(data)) throw new UserError(`${name} must hold a list of waivers, each with fault and reason.`, 2);
  const waivers = data.map((entry: unknown, index) => {
    const { fault, reason, ...rest } = (typeof entry === "object" && entry !== null ? entry : {}) as Record<
      string,
      unknown
    >;
    const isWhole = typeof fault === "string" && fault !== "" && typeof reason === "string" && reason.trim() !== "";
    if (!isWhole || Object.keys(rest).length > 0) {
      throw new UserError(`${name} /${index} must have a fault and a reason, both text, and nothing else.`, 2);
    }
    return { fault, reason, isMet: false };
  });
  return {
    reasonFor(faultId) {
      const met = waivers.find(({ fault }) =>
        fault.endsWith("*") ? faultId.startsWith(fault.slice(0, -1)) : faultId === fault,
      );
      if (met) met.isMet = true;
      return met?.reason;
    },
    unused: () => waivers.filter(({ isMet }) => !isMet).map(({ fault, reason }) => ({ id: fault, reason })),
  };
}
