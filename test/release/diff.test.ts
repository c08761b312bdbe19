import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/command/package-root.ts";
import { diffDescriptions, impactOf } from "../../src/release/diff.ts";
import type { OpenApiDocument } from "../../src/spec/document.ts";
import { readSpec } from "../../src/spec/read-spec.ts";

const base = await readSpec(join(packageRoot, "generated/openapi.json"));

/** The changes that come of a change of the description's text. */
async function changesOf(change: (text: string) => string) {
  const text = JSON.stringify(base);
  const changed = change(text);
  expect(changed).not.toBe(text);
  return diffDescriptions(base, JSON.parse(changed) as OpenApiDocument);
}

test("what breaks callers is major, each change by itself", async () => {
  const changes = await changesOf((text) =>
    text
      .replace('"required":["root_clip_id"', '"required":["mood","root_clip_id"')
      .replace('"user_handle":{', '"user_nickname":{')
      .replace('"user_handle",', "")
      .replace('"is_public":{"type":"boolean"', '"is_public":{"type":"string"')
      .replace('"operationId":"createPersona"', '"operationId":"makePersona"')
      .replace('[{"bearerAuth":[]},{}]', '[{"bearerAuth":[]}]')
      .replaceAll('components/schemas/Clip"', 'components/schemas/Song"')
      .replace('"Clip":{', '"Song":{'),
  );
  const breaking = changes.filter(({ impact }) => impact === "major");
  expect(changes.slice(0, breaking.length)).toEqual(breaking);
  const told = breaking.map(({ what }) => what).join("\n");
  expect(told).toMatch(/became required: `mood`/);
  expect(told).toMatch(/Property `user_handle` of `Persona` was renamed/);
  expect(told).toMatch(/Type of `is_public`/);
  expect(told).toMatch(/`operationId` .* changed/);
  expect(told).toMatch(/ecurity/);
  // Its name does not travel, but is that of one of the client's types.
  expect(told).toContain("The client's type `Clip` is gone or has another name.");
});

test("another path is major", async () => {
  const changes = await changesOf((text) => text.replace("/suno/persona/create/", "/suno/persona/new/"));
  expect(changes[0]).toMatchObject({ impact: "major", what: expect.stringContaining("`/suno/persona/new/`") });
});

test("what is new and optional is minor", async () => {
  const changes = await changesOf((text) =>
    text.replace('"is_public":{"type":"boolean"', '"mood":{"type":"string"},"is_public":{"type":"boolean"'),
  );
  expect(impactOf(changes)).toBe("minor");
});

test("other words are a patch", async () => {
  const changes = await changesOf((text) => text.replace("Whether the persona is public.", "Whether all see it."));
  expect(impactOf(changes)).toBe("patch");
});

test("another banner of generated/ is no change", async () => {
  expect(await diffDescriptions(base, { ...base, "x-generated": "by others" })).toEqual([]);
  expect(impactOf([])).toBeUndefined();
});
