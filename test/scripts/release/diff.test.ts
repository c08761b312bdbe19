import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diffDescriptions, impactOf } from "../../../scripts/release/diff.ts";
import { packageRoot } from "../../../src/internal/package-root.ts";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";
import { type Pointer, pointTo, valueAt, withValue } from "../../../src/openapi/pointer.ts";
import { readDocument } from "../../../src/openapi/read-document.ts";

const base = await readDocument(join(packageRoot, "generated/openapi.json"));

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
  expect(told).toContain("The client's type `Clip` was removed or renamed.");
});

test("another path is major", async () => {
  const changes = await changesOf((text) => text.replace("/suno/persona/create/", "/suno/persona/new/"));
  expect(changes[0]).toMatchObject({ impact: "major", what: expect.stringContaining("`/suno/persona/new/`") });
});

describe("what no longer compiles for callers is major, though the wire allows it", () => {
  const request = "/components/schemas/CreatePersonaRequest";
  const operation = pointTo("/paths", "/suno/persona/create/", "post");
  const success = `${operation}/responses/200`;

  /** The gravest changes between the description with `before` put in, by pointer, and the same with `after`. */
  async function breaksOf(before: Record<Pointer, unknown>, after: Record<Pointer, unknown>) {
    const put = (document: OpenApiDocument, values: Record<Pointer, unknown>) =>
      Object.entries(values).reduce((changed, [pointer, value]) => withValue(changed, pointer, value), document);
    const changes = await diffDescriptions(put(base, before), put(put(base, before), after));
    return changes.filter(({ impact }) => impact === "major").map(({ place, what }) => `${place} ${what}`);
  }
  const parameter = (schema: object) => ({
    [`${operation}/parameters`]: [{ name: "filter", in: "query", schema }],
  });
  const filter = { type: "object", properties: { from: { type: "string" }, to: { type: "string" } } };

  test("a property of a request that is gone, wholly", async () => {
    const { required } = valueAt(base, request) as { required: string[] };
    const without = { [`${request}/required`]: required.filter((name) => name !== "is_public") };
    expect(await breaksOf({}, { ...without, [`${request}/properties/is_public`]: undefined })).toEqual([
      `#${request}/properties/is_public Callers may send \`is_public\`, which was removed or renamed.`,
    ]);
  });

  test("one that has another name, though nothing requires it", async () => {
    const before = { [`${request}/properties/mood`]: { type: "string" } };
    const after = { [`${request}/properties/mood`]: undefined, [`${request}/properties/moods`]: { type: "string" } };
    expect(await breaksOf(before, after)).toEqual([
      expect.stringContaining("Callers may send `mood`, which was removed"),
    ]);
  });

  test("one of a parameter that is gone", async () => {
    const { to: _, ...properties } = filter.properties;
    expect(await breaksOf(parameter(filter), parameter({ ...filter, properties }))).toEqual([
      expect.stringContaining("Callers may send `to`, which was removed"),
    ]);
  });

  test("all of a request's properties that are gone at once", async () => {
    const breaks = await breaksOf(parameter(filter), parameter({ type: "object" }));
    expect(breaks.filter((change) => change.includes("Callers may send"))).toHaveLength(2);
  });

  test("a second success, without a body or with the same", async () => {
    const accepted = `${operation}/responses/202`;
    expect(await breaksOf({}, { [accepted]: { description: "Accepted." } })).toEqual([
      `#${accepted} A success may now be 202 without a body too, which callers do not expect.`,
    ]);
    expect(await breaksOf({}, { [accepted]: valueAt(base, success) })).toHaveLength(1);
  });

  test("another media type of a success", async () => {
    const text = `${success}/content/text~1plain`;
    expect(await breaksOf({}, { [text]: { schema: { type: "string" } } })).toEqual([
      `#${text} A success may now be 200 with text/plain too, which callers do not expect.`,
    ]);
  });

  test("a success whose schema is gone", async () => {
    expect(await breaksOf({}, { [`${success}/content/application~1json/schema`]: undefined })).toEqual([
      expect.stringContaining("A success may now be anything: 200 with application/json has no schema"),
    ]);
  });

  test("a body for an operation that had none, which comes before the options", async () => {
    const body = { content: { "application/json": { schema: { type: "object" } } } };
    const breaks = await breaksOf({ [`${operation}/requestBody`]: undefined }, { [`${operation}/requestBody`]: body });
    expect(breaks).toEqual([`#${operation}/requestBody The method now takes a body where callers pass their options.`]);
  });

  test("not a first success, nor another failure, nor a new operation", async () => {
    const failing = pointTo("/paths", "/fails/");
    const before = { [failing]: { post: { operationId: "fail", responses: { "4XX": { description: "Refused." } } } } };
    const answer = { description: "Done.", content: { "text/plain": { schema: { type: "string" } } } };
    const after = {
      [`${failing}/post/responses/200`]: answer,
      [`${operation}/responses/409`]: { description: "Taken." },
      [`${failing}/get`]: { operationId: "read", responses: { "200": answer } },
    };
    expect(await breaksOf(before, after)).toEqual([]);
  });
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
