/**
 * Checks bodies against the spec, for the client's option `validate`. A separate entry, so that a client without checks
 * does not load the schemas.
 */
import { validators } from "../generated/validators.ts";
import type { Validate } from "./client/options.ts";
import { type Checks, createValidation, type ValidationOptions } from "./client/validate.ts";

export type { ValidationOptions, Violation } from "./client/validate.ts";
export type { Validate };

/**
 * Creates the option `validate`: checks the responses of every call against the spec, and its requests if asked to.
 *
 * @example
 * const options = { baseUrl, validate: validateBodies({ requests: true }) };
 */
export function validateBodies(options?: ValidationOptions): Validate {
  return createValidation(validators as Checks, options);
}
