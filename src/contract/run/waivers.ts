import { UserError } from "../../internal/user-error.ts";

/** An accepted violation. */
export interface Waiver {
  /** The violation's id; a final `*` matches any suffix: `createOrder/status/*`. */
  violation: string;
  /** Why it is accepted. */
  reason: string;
}

/** Stands for a reason that is to be written. */
export const missingReason = "TODO";

/** The waivers of a run, and which of them matched. */
export interface Waivers {
  /** Why the violation is waived; undefined if it is not. */
  reasonFor(violationId: string): string | undefined;
  /** The waivers that matched no violation. */
  unused(): { id: string; reason: string }[];
}

/**
 * Reads a list of waivers.
 *
 * @param name Name of the list in an error.
 * @throws {UserError} exit code 2, if it is not a list of `{ violation, reason }`.
 */
export function readWaivers(data: unknown, name: string): Waivers {
  if (!Array.isArray(data))
    throw new UserError(`${name} must be a list of waivers, each with violation and reason.`, 2);
  const waivers = data.map((entry: unknown, index) => {
    const { violation, reason, ...rest } = (typeof entry === "object" && entry !== null ? entry : {}) as Record<
      string,
      unknown
    >;
    const isWhole =
      typeof violation === "string" && violation !== "" && typeof reason === "string" && reason.trim() !== "";
    if (!isWhole || Object.keys(rest).length > 0) {
      throw new UserError(`${name} /${index} must have a violation and a reason, both text, and nothing else.`, 2);
    }
    if (reason.trim() === missingReason)
      throw new UserError(
        `${name} /${index} needs a reason in place of ${missingReason}: why is ${violation} accepted?`,
        2,
      );
    return { violation, reason, isMet: false };
  });
  return {
    reasonFor(id) {
      const met = waivers.find(({ violation }) =>
        violation.endsWith("*") ? id.startsWith(violation.slice(0, -1)) : id === violation,
      );
      if (met) met.isMet = true;
      return met?.reason;
    },
    unused: () => waivers.filter(({ isMet }) => !isMet).map(({ violation, reason }) => ({ id: violation, reason })),
  };
}
