import { fixtures } from "suno-persona/fixtures";
import { useMock } from "suno-persona/vitest";
import { describe, expect, test } from "vitest";
import { createVoices, type Song } from "../src/voices.ts";

const mock = await useMock();
const { makeVoice } = createVoices(mock.url);
const song: Song = { title: "Low voice", clipIds: ["54834687-5e79-4f08-8e14-cf188f15b598"] };

test("shows the voice", async () => {
  const part = fixtures.PersonaClip();
  await mock.reply({ status: 200, body: fixtures.Persona({ name: "Low voice", persona_clips: [part, part] }) });
  expect(await makeVoice(song)).toEqual({
    personaId: "fd213afd-ac1c-4822-9802-c1c0ea45e77b",
    text: "Low voice, from 2 clips",
  });
});

describe("429", () => {
  test("once: it tries again, and nobody notices", async () => {
    await mock.reply({ status: 429 });
    expect(await makeVoice(song)).toHaveProperty("personaId");
  });

  test("until the retries are used up: it says when to try again", async () => {
    await mock.reply({ status: 429, times: 3 });
    expect(await makeVoice(song)).toEqual({ text: "Too many voices are being made. Try again in a minute." });
  });
});

test.each([400, 404, 422] as const)("%i: it says that the clips do not fit", async (status) => {
  await mock.reply({ status, body: { reason: "no such clip" } });
  expect(await makeVoice(song)).toEqual({ text: "These clips cannot become a voice." });
});

test.each([500, 503] as const)("%i: it says that the voice may be there", async (status) => {
  await mock.reply({ status });
  expect(await makeVoice(song)).toEqual({ text: "The voice may have been made. Look before you try again." });
});
