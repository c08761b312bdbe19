/**
 * The client of the Suno persona API. This file gives the package its public names; everything else follows from the
 * description or knows no operation.
 */
import { endpoints, type Methods, type Responses } from "../generated/client.ts";
import { type Client, createClient } from "./client/create-client.ts";
import { ApiError, isApiError } from "./client/errors.ts";
import type { CallOptions, ClientOptions } from "./client/options.ts";

export type * from "../generated/client.ts";
export type { components, operations, paths } from "../generated/schema.ts";
export type { ErrorDetails, ErrorKind } from "./client/errors.ts";
export type { LogEvent, RetryOptions, Validate } from "./client/options.ts";
export type { Outcome } from "./client/outcome.ts";
export type { Failed, Failure, Result, ResultBase, Success, Undocumented } from "./client/result.ts";
export type { CallOptions, ClientOptions };

/** A method for each operation of the API; under `result`, the same methods in a form that never throws. */
export type PersonaClient = Client<Methods<CallOptions>, Responses>;

/** A call that did not end with a documented success. Every error of a method is one; `kind` tells which. */
export class PersonaError extends ApiError {
  override readonly name: string = "PersonaError";
}

/** Nothing was sent: an option, the key, a header, a parameter or the body cannot be used. */
export class PersonaUsageError extends PersonaError {
  override readonly name = "PersonaUsageError";
}

/** The answer's status is no success. */
export class PersonaStatusError extends PersonaError {
  override readonly name = "PersonaStatusError";
}

/** The answer is a redirect, which is never followed. */
export class PersonaRedirectError extends PersonaError {
  override readonly name = "PersonaRedirectError";
}

/** The answer is a success, but its body is not what the description promises. */
export class PersonaBodyError extends PersonaError {
  override readonly name = "PersonaBodyError";
}

/** There was no answer, or it broke off. */
export class PersonaConnectionError extends PersonaError {
  override readonly name = "PersonaConnectionError";
}

/** An attempt, or all of them together, took too long. */
export class PersonaTimeoutError extends PersonaError {
  override readonly name = "PersonaTimeoutError";
}

/** The caller's signal ended the call; the signal's reason is the cause. */
export class PersonaAbortedError extends PersonaError {
  override readonly name = "PersonaAbortedError";
}

/** Whether `value` is a {@link PersonaError}, of this copy of the package or another. */
export const isPersonaError: (value: unknown) => value is PersonaError = isApiError;

/**
 * A client of the API.
 *
 * @throws {PersonaUsageError} where an option cannot be used.
 * @example
 * const client = createPersonaClient({ baseUrl: "http://127.0.0.1:4010", apiKey: process.env.SUNO_API_KEY });
 * const persona = await client.createPersona(request);
 * persona.id; // the persona_id of the next step
 */
export function createPersonaClient(options: ClientOptions): PersonaClient {
  return createClient<Methods<CallOptions>, Responses>(endpoints, options, {
    usage: PersonaUsageError,
    status: PersonaStatusError,
    redirect: PersonaRedirectError,
    body: PersonaBodyError,
    connection: PersonaConnectionError,
    timeout: PersonaTimeoutError,
    aborted: PersonaAbortedError,
  });
}
