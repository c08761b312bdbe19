import type {} from "suno-persona/vitest";
import { expect, inject, test } from "vitest";
import { createVoices } from "../src/voices.ts";

test("what it sends is what the description allows", async () => {
  const { makeVoice } = createVoices(inject("mockUrl"));
  const voice = await makeVoice({ title: "Low", clipIds: ["54834687-5e79-4f08-8e14-cf188f15b598"] });
  expect(voice.personaId).toBeDefined();
});
