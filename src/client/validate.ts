import type { Validate } from "./options.ts";

/** A check compiled from a schema: true, or false with the reasons in `errors`. See `generated/validators.ts`. */
export interface Check {
  (body: unknown): boolean;
  errors?: { instancePath: string; message?: string }[] | null;
}

/** The checks of each operation's bodies. */
export type Checks = Record<string, { request?: Check; responses: Record<string, Check> }>;

/** A body that is not as the description says. */
export interface Violation {
  operationId: string;
  /** Absent where the body is the request's. */
  status?: number;
  /** JSON pointer to the value in the body; empty for the body itself. */
  pointer: string;
  /** What the value has to be: `must be string`. It does not show the value. */
  message: string;
}

/** What is checked, and what happens then. */
export interface ValidationOptions {
  /** Check requests before they are sent. Default: false. */
  requests?: boolean;
  /** Check the bodies of successes. Default: true. */
  responses?: boolean;
  /** `throw`: the call fails. A function: it is told, and the call goes on. Default: `throw`. */
  onViolation?: "throw" | ((violation: Violation) => void);
}

/** Makes the option `validate` from compiled checks. */
export function createValidation(checks: Checks, options: ValidationOptions = {}): Validate {
  const { requests = false, responses = true, onViolation = "throw" } = options;
  const apply = (check: Check | undefined, body: unknown, place: { operationId: string; status?: number }) => {
    if (check === undefined || check(body)) return;
    const [{ instancePath: pointer = "", message = "is not as described" } = { instancePath: "" }] = check.errors ?? [];
    if (onViolation === "throw") throw new Error(`${pointer || "it"} ${message}`);
    onViolation({ ...place, pointer, message });
  };
  return {
    ...(requests && { request: (operationId, body) => apply(checks[operationId]?.request, body, { operationId }) }),
    ...(responses && {
      response: (operationId, status, body) => {
        const { responses: documented = {} } = checks[operationId] ?? {};
        apply(documented[status] ?? documented["2XX"], body, { operationId, status });
      },
    }),
  };
}
