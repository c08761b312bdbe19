import { describe, expect, test } from "vitest";
import document from "../generated/openapi.json" with { type: "json" };
import { fixtures } from "../src/fixtures.ts";
import { documentedAnswer, documentedRequest } from "./openapi/documented-example.ts";

test("each is the documented example, a new one at each call", () => {
  expect(fixtures.CreatePersonaRequest()).toEqual(documentedRequest);
  expect(fixtures.Persona()).toEqual(documentedAnswer);
  expect(fixtures.Persona()).not.toBe(fixtures.Persona());
  expect(fixtures.Persona().clip).not.toBe(fixtures.Persona().clip);
});

test("there is one for each component schema, and each keeps its schema", () => {
  const names = Object.keys(document.components.schemas);
  expect(Object.keys(fixtures)).toEqual(names);
  for (const make of Object.values(fixtures)) expect(() => make()).not.toThrow();
});

describe("overrides", () => {
  test("change properties at any depth, lists as a whole, and leave the example alone", () => {
    const persona = fixtures.Persona({ name: "other", clip: { metadata: { tags: "slow" } }, persona_clips: [] });
    const { clip } = documentedAnswer;
    expect(persona).toEqual({
      ...documentedAnswer,
      name: "other",
      clip: { ...clip, metadata: { ...clip.metadata, tags: "slow" } },
      persona_clips: [],
    });
    expect(fixtures.Persona()).toEqual(documentedAnswer);
  });

  test("share nothing with the value", () => {
    const clips = ["54834687-5e79-4f08-8e14-cf188f15b598"];
    const request = fixtures.CreatePersonaRequest({ clips });
    clips.push("another");
    expect(request.clips).toHaveLength(1);
  });

  test.each([
    ["a format", { root_clip_id: "no-uuid" }, '/root_clip_id must match format "uuid"'],
    ["a type in a list", { clips: [5] }, "/clips/0 must be string"],
    ["a property that is left out", { name: undefined }, "it must have required property 'name'"],
  ])("that break the schema (%s) are told with their place", (_, overrides, problem) => {
    expect(() => fixtures.CreatePersonaRequest(overrides as object)).toThrow(
      `fixtures.CreatePersonaRequest(): ${problem}`,
    );
  });

  test("have types: a property that the schema lacks does not compile", () => {
    // @ts-expect-error
    fixtures.CreatePersonaRequest({ colour: "red" });
    // @ts-expect-error
    expect(() => fixtures.CreatePersonaRequest({ name: 5 })).toThrow("/name must be string");
  });
});
