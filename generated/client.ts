// Written by `npm run generate` from openapi/. Do not edit.

import type { components, operations } from "./schema.ts";

/** The serializers of the parameters that the spec has. */
export const serializers = {};

/** Id of a clip. Every id of a clip on the provider's page is a UUID. */
export type ClipId = components["schemas"]["ClipId"];

/** The persona to create and the clips to create it from. All five properties are required. */
export type CreatePersonaRequest = components["schemas"]["CreatePersonaRequest"];

/** What is known about the making of a clip. What some public responses lack is optional; further properties may be present. */
export type ClipMetadata = components["schemas"]["ClipMetadata"];

/** A clip as a response shows it. What some public responses lack is optional; further properties may be present. */
export type Clip = components["schemas"]["Clip"];

/** A clip as a part of a persona. What some public responses lack is optional; further properties may be present. */
export type PersonaClip = components["schemas"]["PersonaClip"];

/** A persona. Every property of the documented response is required; further properties may be present. */
export type Persona = components["schemas"]["Persona"];

/** The body of a failed call: a JSON object. The provider's page documents no field of it, so none is described here and any may be present. */
export type ApiErrorBody = components["schemas"]["ApiErrorBody"];

/** What a method only reads: its arrays may be readonly. */
export type Input<Value> = Value extends object ? { readonly [Key in keyof Value]: Input<Value[Key]> } : Value;

/** The operations of the API, one method each. `Options` are the transport's options of one call. */
export interface Methods<Options> {
  /**
   * Create a persona
   *
   * Creates a persona from clips that already exist and returns it. Keep the `id` of the response: it is the
   * `persona_id` of the next step.
   *
   * The clips you name
   *
   * - must already exist in the system,
   * - must not come from the uploader,
   * - cannot be used across accounts. A call may therefore fail while the account that a clip belongs to is
   *   unavailable.
   *
   * Send your API key on every call, even though the provider's page marks the `Authorization` header as optional.
   *
   * `POST /suno/persona/create/`
   *
   * - 200: The persona was created. Its `id` is the `persona_id` of the next step.
   * - 4XX: The request was refused. The provider's page documents no status and no body for this case, so the body is described
   *   as an object and nothing more. What the page does tell is why a call may be refused: a clip does not exist, comes
   *   from the uploader, belongs to another account, or the account that it belongs to is unavailable.
   * - 5XX: The server failed. The provider's page documents no status and no body for this case, and it does not say whether a
   *   persona was created before the failure. Nor does it say whether an unavailable account leads to this response or to a
   *   refused request.
   *
   * @param body The persona to create and the clips to create it from.
   * @param options Settings of this one call.
   * @example
   * await client.createPersona({
   *   root_clip_id: "54834687-5e79-4f08-8e14-cf188f15b598",
   *   name: "Persona title",
   *   description: "Persona Description",
   *   clips: [
   *     "54834687-5e79-4f08-8e14-cf188f15b598"
   *   ],
   *   is_public: true
   * });
   */
  createPersona(body: Input<CreatePersonaRequest>, options?: Options): globalThis.Promise<Persona>;
}

/** The bodies of the responses to each method, by documented status. */
export interface Responses {
  createPersona: { 200: Persona; "4XX": ApiErrorBody; "5XX": ApiErrorBody };
}

/** The request of each method, and its documented responses, as data for the transport. */
export const endpoints = {
  createPersona: {
    method: "POST",
    path: "/suno/persona/create/",
    accept: "application/json",
    body: true,
    responses: { 200: ["object","id","name","description","root_clip_id","clip","user_display_name","user_handle","user_image_url","persona_clips"], "4XX": ["object"], "5XX": ["object"] },
    unknownOutcome: "A persona may have been created.",
  },
} as const;
