import { createPersonaClient, isPersonaError, type Persona } from "suno-persona";

/** A song of this team's catalogue. */
export interface Song {
  title: string;
  clipIds: [string, ...string[]];
}

/** What became of the wish for a voice, in words for the page. */
export interface Outcome {
  personaId?: string;
  text: string;
}

/** Makes voices from songs. It knows the gateway and nothing of mocks. */
export function createVoices(gateway: string) {
  const client = createPersonaClient({ baseUrl: gateway, retry: { max: 2, baseDelay: 1 } });

  /** Never throws: whatever the gateway does, there is something to show. */
  async function makeVoice(song: Song): Promise<Outcome> {
    const [root] = song.clipIds;
    try {
      const persona = await client.createPersona({
        root_clip_id: root,
        name: song.title,
        description: `The voice of ${song.title}`,
        clips: song.clipIds,
        is_public: false,
      });
      return { personaId: persona.id, text: describeVoice(persona) };
    } catch (error) {
      if (!isPersonaError(error)) throw error;
      return { text: explain(error.status, error.outcome) };
    }
  }

  return { makeVoice };
}

function describeVoice({ name, persona_clips: { length } }: Persona): string {
  return `${name}, from ${length} ${length === 1 ? "clip" : "clips"}`;
}

function explain(status: number | undefined, outcome: string): string {
  if (status === 429) return "Too many voices are being made. Try again in a minute.";
  if (outcome === "unknown") return "The voice may have been made. Look before you try again.";
  return "These clips cannot become a voice.";
}
