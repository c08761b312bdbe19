import { createPersonaClient } from "suno-persona";

const client = createPersonaClient({
  baseUrl: process.env.SUNO_GATEWAY ?? "http://127.0.0.1:4010",
  apiKey: process.env.SUNO_API_KEY,
});

const persona = await client.createPersona({
  root_clip_id: "54834687-5e79-4f08-8e14-cf188f15b598",
  name: "Persona title",
  description: "Persona Description",
  clips: ["54834687-5e79-4f08-8e14-cf188f15b598"],
  is_public: true,
});

console.log(persona.id); // the persona_id of the next step
