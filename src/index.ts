/**
 * The client of the Suno persona API. This file gives the package its public names; everything else follows from the
 * description or knows no operation.
 */
import { endpoints, type Methods } from "../generated/client.ts";
import { ApiError } from "./client/api-error.ts";
import { type CallOptions, type ClientOptions, createClient } from "./client/create-client.ts";

export type * from "../generated/client.ts";
export type { components, operations, paths } from "../generated/schema.ts";
export type { CallOptions, ClientOptions };

/** A method for each operation of the API. */
export type PersonaClient = Methods<CallOptions>;

/** A call that did not end with a documented success. */
export class PersonaError extends ApiError {
  override readonly name = "PersonaError";
}

/**
 * A client of the API.
 *
 * @example
 * const client = createPersonaClient({ baseUrl: "http://127.0.0.1:4010", apiKey: process.env.SUNO_API_KEY });
 * const persona = await client.createPersona(request);
 * persona.id; // the persona_id of the next step
 */
export function createPersonaClient(options: ClientOptions): PersonaClient {
  return createClient<PersonaClient>(endpoints, options, PersonaError);
}
