import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../../src/internal/package-root.ts";
import type { OpenApiDocument, Schema } from "../../src/openapi/document.ts";
import { listOperations } from "../../src/openapi/operation.ts";

/** Numbers of operations at which growth is measured. */
export const sizes = [1, 10, 100, 1000] as const;

/**
 * Grows our spec to that many operations. The first is the documented one; the others are derived from it, each with
 * parameters, an enum, its own nested schemas and a choice. Deterministic for the same count and seed.
 *
 * @param padding Characters added to each description, for documents that are large rather than complex.
 */
export async function growDocument(count: number, { seed = 1, padding = 0 } = {}): Promise<OpenApiDocument> {
  const own: OpenApiDocument = JSON.parse(await readFile(join(packageRoot, "generated/openapi.json"), "utf8"));
  const { "x-generated": _, ...document } = own;
  const random = randomFrom(seed);
  const [first] = listOperations(document);
  const paths = { ...document.paths };
  const schemas: Record<string, unknown> = { ...document.components?.schemas };
  for (let index = 1; index < count; index++) {
    const name = `Thing${index}`;
    const pad = "word ".repeat(Math.ceil(padding / 5)).slice(0, padding);
    schemas[name] = thing(name, random, pad);
    schemas[`${name}Change`] = change(name);
    paths[`/things/${index}/{thing_id}/`] = {
      post: {
        ...structuredClone(first?.object),
        operationId: `changeThing${index}`,
        summary: `Change thing ${index}`,
        description: `Changes thing ${index}. ${pad}`.trim(),
        "x-codeSamples": undefined,
        parameters: parameters(random),
        requestBody: {
          required: true,
          description: "The change.",
          content: media(`${name}Change`, { kind: "rename", name: "A name" }),
        },
        responses: {
          "200": { description: "The thing.", content: media(name, thingExample(random)) },
          "4XX": { $ref: "#/components/responses/RequestRefused" },
          "5XX": { $ref: "#/components/responses/ServerFailed" },
        },
      },
    };
  }
  const grown = { ...document, paths, components: { ...document.components, schemas } };
  return JSON.parse(JSON.stringify(grown));
}

function media(name: string, value: unknown) {
  return {
    "application/json": { schema: { $ref: `#/components/schemas/${name}` }, examples: { documented: { value } } },
  };
}

function parameters(random: () => number) {
  const sorts = ["name", "created_at", "plays", "likes"].slice(0, 2 + Math.floor(random() * 3));
  return [
    {
      name: "thing_id",
      in: "path",
      required: true,
      description: "Id of the thing.",
      schema: { type: "string", format: "uuid" },
      example: uuid(random),
    },
    {
      name: "sort",
      in: "query",
      description: "Order of the parts.",
      schema: { type: "string", enum: sorts },
      example: sorts[0],
    },
    {
      name: "limit",
      in: "query",
      description: "How many parts at most.",
      schema: { type: "integer", minimum: 1, maximum: 100 },
      example: 10,
    },
  ];
}

function thing(name: string, random: () => number, pad: string): Schema {
  const example = thingExample(random);
  const part: Schema = {
    type: "object",
    description: "A part of the thing.",
    required: ["id", "plays"],
    properties: {
      id: { type: "string", format: "uuid", description: "Id of the part.", examples: [example.id] },
      plays: { type: "integer", minimum: 0, description: "How often it was played.", examples: [3] },
    },
    examples: example.parts,
  };
  return {
    type: "object",
    description: `${name}. ${pad}`.trim(),
    required: ["id", "state", "parts"],
    properties: {
      id: { type: "string", format: "uuid", description: "Id of the thing.", examples: [example.id] },
      state: { type: "string", enum: ["new", "ready", "gone"], description: "Its state.", examples: ["ready"] },
      parts: { type: "array", description: "Its parts.", items: part, examples: [example.parts] },
      clip: { $ref: "#/components/schemas/Clip" },
    },
    examples: [example],
  };
}

function thingExample(random: () => number) {
  return { id: uuid(random), state: "ready", parts: [{ id: uuid(random), plays: 3 }] };
}

function change(name: string): Schema {
  const text = (description: string, example: string) => ({ type: "string", description, examples: [example] });
  const kind = (value: string) => ({
    const: value,
    type: "string",
    description: "Kind of the change.",
    examples: [value],
  });
  const branch = (value: string, properties: Record<string, unknown>, example: object) => ({
    type: "object",
    description: `A change of the kind ${value}.`,
    required: ["kind", ...Object.keys(properties)],
    properties: { kind: kind(value), ...properties },
    examples: [{ kind: value, ...example }],
  });
  return {
    description: `A change of ${name}.`,
    oneOf: [
      branch("rename", { name: text("The new name.", "A name") }, { name: "A name" }),
      branch("describe", { text: text("The new description.", "Words") }, { text: "Words" }),
    ],
    examples: [{ kind: "rename", name: "A name" }],
  };
}

function uuid(random: () => number): string {
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join("");
  return `${digits(8)}-${digits(4)}-4${digits(3)}-8${digits(3)}-${digits(12)}`;
}

/** Pseudo-random numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
