/**
 * Checks of bodies against the description, for the client's option `validate`. An import of its own: who does not use
 * it does not load it.
 */
import { validators } from "../generated/validators.ts";
import type { Validate } from "./client/options.ts";
import { type Checks, createValidation, type ValidationOptions } from "./client/validate.ts";

export type { ValidationOptions, Violation } from "./client/validate.ts";
export type { Validate };

/**
 * The option `validate`: it checks the answers of every call, and on demand its requests, against the description.
 *
 * @example
 * const options = { baseUrl, validate: validateBodies({ requests: true }) };
 */
export function validateBodies(options?: ValidationOptions): Validate {
  return createValidation(validators as Checks, options);
}
