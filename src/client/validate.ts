import type { Validate } from "./options.ts";

/** A check compiled from a schema: returns false and sets `errors` if the body is invalid. See `generated/validators.ts`. */
export interface Check {
  (body: unknown): boolean;
  errors?: { instancePath: string; message?: string }[] | null;
}

/** The checks of each operation's bodies, responses by documented status. */
export type Checks = Record<string, { request?: Check; responses: Record<string, Check> }>;

/** A body that does not match the spec. */
export interface Violation {
  operationId: string;
  /** Status of the response; absent for a request. */
  status?: number;
  /** JSON pointer to the invalid value; empty for the body itself. */
  pointer: string;
  /** What the schema requires: `must be string`. Does not show the value. */
  message: string;
}

/** Options of `validateBodies`. */
export interface ValidationOptions {
  /** Checks request bodies before they are sent. @default false */
  requests?: boolean;
  /** Checks the bodies of successes. @default true */
  responses?: boolean;
  /** `throw` fails the call; a function is called instead, and the call continues. @default "throw" */
  onViolation?: "throw" | ((violation: Violation) => void);
}

/** Creates the option `validate` from compiled checks. */
export function createValidation(checks: Checks, options: ValidationOptions = {}): Validate {
  const { requests = false, responses = true, onViolation = "throw" } = options;
  const apply = (check: Check | undefined, body: unknown, location: Pick<Violation, "operationId" | "status">) => {
    if (check === undefined || check(body)) return;
    const [{ instancePath: pointer = "", message = "is invalid" } = { instancePath: "" }] = check.errors ?? [];
    if (onViolation === "throw") throw new Error(`${pointer || "it"} ${message}`);
    onViolation({ ...location, pointer, message });
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
