import { documentedRequest } from "../openapi/documented-example.ts";

/** What another team writes with the client's public types, and what must not compile. */
export const strictConsumer = `
  import { type CallOptions, createPersonaClient, isPersonaError, type Persona, PersonaError } from "suno-persona";
  import type { operations, paths } from "suno-persona";
  const client = createPersonaClient({ baseUrl: "https://gateway.example", apiKey: () => "KEY", retry: { max: 1 } });
  export async function create(options?: CallOptions): Promise<string> {
    const persona: Persona = await client.createPersona(${JSON.stringify(documentedRequest)}, options);
    return persona.persona_clips[0]?.clip.metadata.tags ?? persona.id;
  }
  export async function tell(): Promise<string | number | undefined> {
    const result = await client.result.createPersona(${JSON.stringify(documentedRequest)});
    if (result.status === 200) return result.data.id;
    if (result.status === "undocumented" || result.status === "failed") return result.error.outcome;
    const status: number = result.status;
    return isPersonaError(result.error) && result.error instanceof PersonaError ? result.error.retryAfterMs : status;
  }
  export type Request = paths["/suno/persona/create/"]["post"]["requestBody"] & operations["createPersona"]["requestBody"];
  // @ts-expect-error a misspelt option
  createPersonaClient({ baseUrl: "https://gateway.example", apikey: "KEY" });
  // @ts-expect-error a property that the description does not name
  client.createPersona({ ...${JSON.stringify(documentedRequest)}, nmae: "x" });
`;
