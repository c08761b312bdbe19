/**
 * The client of the Suno persona API. This file gives the package its public names; everything else is generated from the
 * spec or independent of the API.
 */
import { endpoints, type Methods, type Responses, serializers } from "../generated/client.ts";
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

/** A method for each operation, and under `result` the same methods in a form that never throws. */
export type PersonaClient = Client<Methods<CallOptions>, Responses>;

/** A call that did not end in a documented success. Methods throw no other error; narrow it by `kind` or by class. */
export class PersonaError extends ApiError {
  override readonly name: string = "PersonaError";
}

/** An option, the key, a header, a parameter or the body is invalid; nothing was sent. */
export class PersonaUsageError extends PersonaError {
  override readonly name = "PersonaUsageError";
}

/** The response's status is not a documented success. */
export class PersonaStatusError extends PersonaError {
  override readonly name = "PersonaStatusError";
  declare readonly status: number;
}

/** The response is a redirect, which the client never follows. */
export class PersonaRedirectError extends PersonaError {
  override readonly name = "PersonaRedirectError";
}

/** The response is a success, but its body does not match the spec. */
export class PersonaBodyError extends PersonaError {
  override readonly name = "PersonaBodyError";
}

/** The connection failed before a complete response arrived. */
export class PersonaConnectionError extends PersonaError {
  override readonly name = "PersonaConnectionError";
}

/** An attempt took longer than `timeout`, or the call longer than `deadline`. */
export class PersonaTimeoutError extends PersonaError {
  override readonly name = "PersonaTimeoutError";
}

/** The caller's signal aborted the call; `cause` is the signal's reason. */
export class PersonaAbortedError extends PersonaError {
  override readonly name = "PersonaAbortedError";
}

/** Whether `value` is a {@link PersonaError}, of this copy of the package or another. */
export const isPersonaError: (value: unknown) => value is PersonaError = isApiError;

/**
 * Creates a client of the API.
 *
 * @throws {PersonaUsageError} If an option is invalid.
 * @example
 * const client = createPersonaClient({ baseUrl: "http://127.0.0.1:4010", apiKey: process.env.SUNO_API_KEY });
 * const persona = await client.createPersona(request);
 * persona.id; // the persona_id of the next step
 */
export function createPersonaClient(options: ClientOptions): PersonaClient {
  return createClient<Methods<CallOptions>, Responses>(endpoints, serializers, options, {
    usage: PersonaUsageError,
    status: PersonaStatusError,
    redirect: PersonaRedirectError,
    body: PersonaBodyError,
    connection: PersonaConnectionError,
    timeout: PersonaTimeoutError,
    aborted: PersonaAbortedError,
  });
}
