import { expect, test } from "vitest";
import type { OpenApiDocument, Schema } from "../../../src/openapi/document.ts";
import { createApp, type Route } from "./app.ts";
import { body, documentOf, operation } from "./documents.ts";
import { type Framework, frameworks, Kind } from "./frameworks.ts";
import { verdictOn } from "./verdict.ts";

const petOf = (kindOrNull: Schema): Schema => ({
  type: "object",
  required: ["name"],
  properties: { name: { type: "string" }, kind: kindOrNull },
});

function documentOfPets({ version, slash, documented, kindOrNull, security }: Framework): OpenApiDocument {
  const { any, body: ofBody, id: ofId } = documented;
  const schema = petOf(kindOrNull);
  const stored: Schema = {
    ...schema,
    required: ["id", "name"],
    properties: { id: { type: "integer" }, ...(schema.properties as object) },
  };
  const parameters = [{ name: "id", in: "path", required: true, schema: { type: "integer" } }];
  const requestBody = body(schema);
  const paths = {
    [`/pets${slash}`]: {
      get: operation("listPets", [200, ...any], { schema: { type: "array", items: stored } }),
      post: operation("createPet", [201, ...any, ...ofBody], { schema: stored, requestBody }),
    },
    [`/pets/{id}${slash}`]: {
      parameters,
      get: operation("readPet", [200, ...any, ...ofId], { schema: stored }),
      put: operation("changePet", [200, ...any, ...ofBody, ...ofId], { schema: stored, requestBody }),
      delete: operation("deletePet", [204, ...any, ...ofId]),
    },
  };
  const { components, ...rest } = security as { components: object };
  return documentOf(paths, { openapi: version, components: { ...components, schemas: { Kind } }, ...rest });
}

function petRoutes({ slash, kinds = ["cat", "dog", null] }: Framework): Route[] {
  const pets = new Map([1, 2, 3].map((id) => [String(id), { id, name: "a", kind: null }]));
  const schema = petOf({ enum: kinds });
  const exists = (id: string) => pets.has(id);
  const make = (id: number, value: unknown) => {
    const { name, kind: own = null } = value as { name: string; kind?: null };
    return { id, name, kind: own };
  };
  const one = `/pets/{id}${slash}`;
  const all = `/pets${slash}`;
  return [
    { method: "GET", path: all, handle: () => ({ status: 200, body: [...pets.values()] }) },
    { method: "POST", path: all, schema, handle: (_, value) => ({ status: 201, body: make(4, value) }) },
    { method: "GET", path: one, exists, handle: (id) => ({ status: 200, body: pets.get(id) }) },
    {
      method: "PUT",
      path: one,
      exists,
      schema,
      handle: (id, value) => ({ status: 200, body: make(Number(id), value) }),
    },
    {
      method: "DELETE",
      path: one,
      exists,
      handle: (id) => {
        pets.delete(id);
        return { status: 204 };
      },
    },
  ];
}

/** Each operation has a pet of its own, so that none takes away another's. */
const requests = Object.fromEntries(
  ["readPet", "changePet", "deletePet"].map((name, index) => [name, { parameters: { id: index + 1 } }]),
);

test.each(Object.entries(frameworks))(
  "a clean app of %s, with its own document, has no error",
  async (_, framework) => {
    const handler = createApp(petRoutes(framework), framework.habits);
    const token = { value: framework.token, variable: "API_KEY" };
    const { errors } = await verdictOn(handler, documentOfPets(framework), { token, requests });
    expect(errors).toEqual([]);
  },
);

test.each(Object.entries(frameworks))(
  "the same of %s without a key has one error an operation",
  async (_, framework) => {
    const handler = createApp(petRoutes(framework), framework.habits);
    const { errors } = await verdictOn(handler, documentOfPets(framework), { requests });
    const operations = ["changePet", "createPet", "deletePet", "listPets", "readPet"];
    expect(errors).toEqual(operations.map((name) => `${name}/no-success/no-success`));
  },
);
