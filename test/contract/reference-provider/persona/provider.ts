import { randomUUID } from "node:crypto";
import { correctProvider } from "../core/correct-provider.ts";
import type { Tokens } from "../core/credentials.ts";
import type { Document } from "../core/document.ts";
import { json } from "../core/message.ts";
import type { Provider } from "../core/provider.ts";

/** What the request brings into a persona, as the document has it. */
interface NewPersona {
  root_clip_id: string;
  name: string;
  description: string;
  clips: string[];
}

/** A correct provider of this project's document. Any clip exists for it. */
export function personaProvider(document: Document, tokens: Tokens, closing: AbortSignal): Provider {
  const { Persona } = document.components.examples;
  const example = Persona?.value as { clip: { id: string }; persona_clips: { clip: object; id: number }[] };
  return correctProvider({
    document,
    tokens,
    closing,
    largestBody: 4 * 1024 * 1024,
    serve: ({ body }) => json(200, persona(example, body as NewPersona)),
    explain: ({ status, message, headers, violations }) =>
      json(status, { detail: message, ...(violations.length > 0 && { errors: violations }) }, headers),
  });
}

function persona(
  example: { clip: { id: string }; persona_clips: { clip: object; id: number }[] },
  created: NewPersona,
) {
  const { root_clip_id, name, description, clips } = created;
  const firstId = example.persona_clips[0]?.id ?? 0;
  return {
    ...example,
    id: randomUUID(),
    name,
    description,
    root_clip_id,
    clip: clip(example.clip, root_clip_id),
    persona_clips: clips.map((id, index) => ({ clip: clip(example.clip, id), id: firstId + index })),
  };
}

/** The documented clip under another id, which its URLs have in them. */
function clip(documented: { id: string }, id: string): object {
  const entries = Object.entries(documented).map(([name, value]) => [
    name,
    typeof value === "string" ? value.replaceAll(documented.id, id) : value,
  ]);
  return Object.fromEntries(entries);
}
