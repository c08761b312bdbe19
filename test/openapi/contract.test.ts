import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/internal/package-root.ts";
import { documentedAnswer, documentedRequest } from "./documented-example.ts";

// The bundle is what `openapi/` gives: `npm run generate -- --check` is a part of `npm test`.
const document = await readJson("generated/openapi.json");
const operation = document.paths["/suno/persona/create/"].post;
const { schemas, responses } = document.components;
const names = ["CreatePersonaRequest", "Persona", "Clip", "ClipMetadata", "PersonaClip"];

async function readJson(path: string) {
  return JSON.parse(await readFile(join(packageRoot, path), "utf8"));
}

describe("the page's examples are files, equal value for value", () => {
  test("request", async () => {
    const { value } = await readJson("openapi/components/examples/CreatePersonaRequest.json");
    expect(JSON.stringify(value)).toBe(JSON.stringify(documentedRequest));
  });

  test("answer", async () => {
    const { value } = await readJson("openapi/components/examples/Persona.json");
    expect(JSON.stringify(value)).toBe(JSON.stringify(documentedAnswer));
  });

  test("the examples that stand in the schemas are the same values", () => {
    expect(schemas.CreatePersonaRequest.examples).toEqual([documentedRequest]);
    expect(schemas.Persona.examples).toEqual([documentedAnswer]);
    expect(schemas.Clip.examples).toEqual([documentedAnswer.clip]);
    expect(schemas.ClipMetadata.examples).toEqual([documentedAnswer.clip.metadata]);
    expect(schemas.PersonaClip.examples).toEqual(documentedAnswer.persona_clips);
  });
});

describe("the facts of the page", () => {
  test("the operation is a POST, alone on its path, which keeps its final slash", () => {
    expect(Object.keys(document.paths["/suno/persona/create/"])).toEqual(["post"]);
  });

  test("the request body is required JSON, and media types are not header parameters", () => {
    expect(operation.requestBody.required).toBe(true);
    expect(Object.keys(operation.requestBody.content)).toEqual(["application/json"]);
    expect(operation.parameters).toBeUndefined();
  });

  test("the bearer key is optional", () => {
    expect(document.components.securitySchemes.bearerAuth).toMatchObject({ type: "http", scheme: "bearer" });
    expect(document.security).toEqual([{ bearerAuth: [] }, {}]);
    expect(operation.security).toBeUndefined();
    expect(operation.description).toContain("Send your API key on every call");
  });

  test("all five request properties are required, the ids are UUIDs, and others are not forbidden", () => {
    const { properties, required } = schemas.CreatePersonaRequest;
    expect(required).toEqual(["root_clip_id", "name", "description", "clips", "is_public"]);
    expect(Object.keys(properties)).toEqual(required);
    expect(properties.root_clip_id.$ref).toBe("#/components/schemas/ClipId");
    expect(properties.clips).toMatchObject({ type: "array", items: { $ref: "#/components/schemas/ClipId" } });
    expect(schemas.ClipId).toMatchObject({ type: "string", format: "uuid" });
    expect(properties.name.type).toBe("string");
    expect(properties.description.type).toBe("string");
    expect(properties.is_public.type).toBe("boolean");
  });

  test("what the page says of clips stands where a reader meets it", () => {
    const texts = [
      operation.description,
      schemas.CreatePersonaRequest.properties.root_clip_id.description,
      schemas.CreatePersonaRequest.properties.clips.description,
    ];
    for (const text of texts) {
      expect(text).toMatch(/already exist/);
      expect(text).toMatch(/not come from the\s+uploader/);
      expect(text).toMatch(/across\s+accounts/);
    }
    expect(operation.description).toMatch(/unavailable/);
    expect(responses.RequestRefused.description).toMatch(/account that it belongs to is unavailable/);
    expect(responses.ServerFailed.description).toMatch(/unavailable account/);
  });

  test("the schema of every object has the properties that the example shows, in its order", () => {
    const { clip } = documentedAnswer;
    const shown = [documentedRequest, documentedAnswer, clip, clip.metadata, documentedAnswer.persona_clips[0]];
    for (const [index, name] of names.entries()) {
      expect(Object.keys(schemas[name].properties), name).toEqual(Object.keys(shown[index] as object));
    }
  });

  test("every property of a persona is required; below it, what some public responses lack is optional", () => {
    const optionalOf = (name: string) => {
      return Object.keys(schemas[name].properties).filter((property) => !schemas[name].required.includes(property));
    };
    expect(Object.fromEntries(names.map((name) => [name, optionalOf(name)]))).toEqual({
      CreatePersonaRequest: [],
      Persona: [],
      Clip: ["user_id", "display_name", "avatar_image_url"],
      ClipMetadata: ["prompt", "refund_credits", "stream"],
      PersonaClip: ["id"],
    });
    expect(schemas.Clip.properties.video_url.format).toBeUndefined();
    expect(schemas.Clip.properties.audio_url.format).toBeUndefined();
  });

  test("nothing is invented: no enum, no limit, no closed object, and null only where a public response has it", () => {
    const invented = [
      "enum",
      "const",
      "pattern",
      "minimum",
      "maximum",
      "minLength",
      "maxLength",
      "minItems",
      "maxItems",
    ];
    const keywords = new Set<string>();
    const own = names.concat("ClipId", "ApiErrorBody").map((name) => schemas[name]);
    JSON.stringify(own, (key, value) => {
      if (key === "examples") return undefined;
      keywords.add(key);
      return value;
    });
    expect([...keywords].filter((key) => [...invented, "nullable", "additionalProperties"].includes(key))).toEqual([]);
    const nullable = schemas.Clip.properties.avatar_image_url;
    expect(nullable.type).toEqual(["string", "null"]);
    expect(JSON.stringify(own).split('"null"')).toHaveLength(2);
  });

  test("the id is the persona_id of the next step", () => {
    expect(schemas.Persona.properties.id).toMatchObject({ type: "string", format: "uuid" });
    expect(schemas.Persona.properties.id.description).toContain("persona_id");
  });

  test("failures are JSON objects of which nothing is known", () => {
    expect(Object.keys(operation.responses)).toEqual(["200", "4XX", "5XX"]);
    for (const name of ["RequestRefused", "ServerFailed"]) {
      expect(Object.keys(responses[name].content)).toEqual(["application/json"]);
      expect(responses[name].content["application/json"].schema.$ref).toBe("#/components/schemas/ApiErrorBody");
    }
    expect(schemas.ApiErrorBody.type).toBe("object");
    expect(schemas.ApiErrorBody.properties).toBeUndefined();
  });

  test("one server, whose host is the reader's to fill in", () => {
    expect(document.servers).toHaveLength(1);
    expect(document.servers[0].url).toBe("{gateway}");
    expect(document.servers[0].variables.gateway.default).toBe("http://127.0.0.1:4010");
    expect(document.servers[0].variables.gateway.description).toContain("without a host");
  });

  test("the document names its version, its dialect, its license and no contact", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(document.jsonSchemaDialect).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(document.info.summary).toBeTruthy();
    expect(document.info.description).toBeTruthy();
    expect(document.info.license).toEqual({ name: "MIT", identifier: "MIT" });
    expect(document.info.contact).toBeUndefined();
  });
});
