import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { validators } from "../../generated/validators.ts";
import type { Check } from "../../src/client/validate.ts";
import { createPersonaClient, PersonaBodyError } from "../../src/index.ts";
import { packageRoot } from "../../src/internal/package-root.ts";
import type { Schema } from "../../src/openapi/document.ts";
import { documentedAnswer, documentedRequest } from "./documented-example.ts";

/** A response in the shape of a public one, with other values. */
interface Fixture {
  /** What kind of response it is. */
  kind: string;
  /** The violation, if it is no persona. */
  problem?: string;
  body: Record<string, unknown>;
}

const folder = join(import.meta.dirname, "responses");
const readJson = async (file: string) => JSON.parse(await readFile(file, "utf8"));
const names = (await readdir(folder)).map((file) => file.replace(/\.json$/, ""));
const fixtures = new Map<string, Fixture>();
for (const name of names) fixtures.set(name, await readJson(join(folder, `${name}.json`)));
const personas = [...fixtures.values()].filter(({ problem }) => problem === undefined).map(({ body }) => body);
const { schemas } = (await readJson(join(packageRoot, "generated/openapi.json"))).components;

describe("a public response", () => {
  test.each([...fixtures])("%s: the validator decides", (_, { problem, body }) => {
    const check: Check = validators.createPersona.responses["200"];
    const isValid = check(body);
    const [{ instancePath = "", message = "" } = {}] = check.errors ?? [];
    expect(isValid ? undefined : `${instancePath} ${message}`.trim()).toBe(problem);
  });

  test.each([...fixtures])("%s: the client without validators tells a persona from an envelope", async (_, fixture) => {
    const fetch = async () => Response.json(fixture.body);
    const call = createPersonaClient({ baseUrl: "http://127.0.0.1:4010", fetch }).createPersona(documentedRequest);
    if (fixture.problem === undefined) return expect(call).resolves.toEqual(fixture.body);
    const error = await call.catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(PersonaBodyError);
    expect(error).toMatchObject({ outcome: "unknown", message: expect.stringContaining("lacks id") });
  });
});

type Values = Record<string, unknown>;

/** The objects of each schema in a persona. */
function objectsIn(persona: Values): Record<string, Values[]> {
  const entries = persona.persona_clips as { clip: Values }[];
  const clips = [persona.clip as Values, ...entries.map(({ clip }) => clip)];
  return {
    Persona: [persona],
    PersonaClip: entries,
    Clip: clips,
    ClipMetadata: clips.map(({ metadata }) => metadata as Values),
  };
}

describe("the schema of a response", () => {
  const all = [documentedAnswer as Values, ...personas].map(objectsIn);
  const properties = ["Persona", "PersonaClip", "Clip", "ClipMetadata"].flatMap((schema) =>
    Object.keys(schemas[schema].properties).map((property): [string, string] => [schema, property]),
  );

  test.each(properties)(
    "%s.%s is required where no public response lacks it, and says so where one does",
    (name, property) => {
      const objects = all.flatMap((persona) => persona[name] ?? []);
      const schema: Schema & { required: string[]; properties: Record<string, Schema> } = schemas[name];
      const lacking = objects.filter((object) => !Object.hasOwn(object, property)).length;
      expect(schema.required.includes(property)).toBe(lacking === 0);
      if (lacking > 0) expect(schema.properties[property]?.description).toMatch(/absent/i);
    },
  );
});

test("openapi/README.md counts the responses that lack a property", async () => {
  const readme = await readFile(join(packageRoot, "openapi/README.md"), "utf8");
  const { Persona: _, ...below } = schemas;
  for (const [name, schema] of Object.entries<{ required?: string[]; properties?: object }>(below)) {
    if (!["PersonaClip", "Clip", "ClipMetadata"].includes(name)) continue;
    for (const property of Object.keys(schema.properties ?? {})) {
      if (schema.required?.includes(property)) continue;
      const lacking = personas.filter((persona) =>
        objectsIn(persona)[name]?.some((object) => !Object.hasOwn(object, property)),
      );
      const row = readme.split("\n").find((line) => line.startsWith(`| \`${name}.${property}\` `));
      expect(row, `${name}.${property}`).toContain(` ${lacking.length} of ${personas.length}`);
    }
  }
});
