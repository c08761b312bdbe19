import { expect, test } from "vitest";
import type { OpenApiDocument, Schema } from "../../../src/openapi/document.ts";
import { createApp, type Habits, type Route } from "./app.ts";
import { apiKey, bearer, body, documentOf, operation } from "./documents.ts";
import { verdictOn } from "./verdict.ts";

/** How a framework writes its documents, and what it does. */
interface Framework {
  habits: Habits;
  version: string;
  /** Follows the paths. */
  slash: "" | "/";
  /** The statuses that it documents besides the successes: of any operation, of those with a body, of those with an id. */
  documented: { any: number[]; body: number[]; id: number[] };
  /** How it says that a kind may be null. */
  kindOrNull: Schema;
  /** The kinds that it takes. @default those of the enum, and null */
  kinds?: unknown[];
  security: object;
  token: string;
}

const key = { value: "key-4711-0815", missing: 401, malformed: 401 };
const Kind: Schema = { type: "string", enum: ["cat", "dog"] };
const kind = { $ref: "#/components/schemas/Kind" };

const frameworks: Record<string, Framework> = {
  FastAPI: {
    habits: {
      key: { ...key, missing: 403, malformed: 403 },
      bodyBeforeCredentials: true,
      partialAllow: true,
      redirectsSlash: true,
      lookupFirst: true,
    },
    version: "3.1.0",
    slash: "",
    documented: { any: [], body: [422], id: [422] },
    kindOrNull: { anyOf: [kind, { type: "null" }] },
    security: bearer,
    token: key.value,
  },
  NestJS: {
    habits: {
      key,
      loosePaths: true,
      otherMethod: 404,
      answersOptions: true,
      ignoresMediaType: true,
      noScalars: true,
      malformedJson: 400,
      invalidBody: 400,
      bodyBeforeCredentials: false,
    },
    version: "3.0.0",
    slash: "",
    documented: { any: [401], body: [400], id: [] },
    kindOrNull: { nullable: true, allOf: [kind] },
    security: bearer,
    token: key.value,
  },
  Express: {
    habits: {
      key,
      loosePaths: true,
      otherMethod: 404,
      answersOptions: true,
      ignoresMediaType: true,
      noScalars: true,
      malformedJson: 400,
      invalidBody: 422,
      bodyBeforeCredentials: true,
    },
    version: "3.0.3",
    slash: "",
    documented: { any: [401], body: [422], id: [404] },
    kindOrNull: { nullable: true, type: "string", enum: ["cat", "dog"] },
    security: bearer,
    token: key.value,
  },
  "express-openapi-validator": {
    habits: { key, bodyBeforeCredentials: true, malformedJson: 400, invalidBody: 400, queryNames: [] },
    version: "3.0.3",
    slash: "",
    documented: { any: [400, 401], body: [415], id: [404] },
    kindOrNull: { nullable: true, oneOf: [kind] },
    security: bearer,
    token: key.value,
  },
  Hono: {
    habits: { key: { ...key, malformed: 400 }, otherMethod: 404, malformedJson: 400, invalidBody: 400 },
    version: "3.1.0",
    slash: "",
    documented: { any: [400, 401], body: [], id: [404] },
    kindOrNull: { type: ["string", "null"], enum: ["cat", "dog", null] },
    security: bearer,
    token: key.value,
  },
  Fastify: {
    habits: { key, otherMethod: 404, malformedJson: 400, invalidBody: 400 },
    version: "3.0.3",
    slash: "",
    documented: { any: [401], body: [400], id: [404] },
    kindOrNull: { nullable: true, ...kind },
    security: bearer,
    token: key.value,
  },
  "Django REST": {
    habits: {
      key: { ...key, scheme: "Token" },
      redirectsSlash: true,
      formatSuffix: true,
      answersOptions: true,
      lookupFirst: true,
      malformedJson: 400,
      invalidBody: 400,
    },
    version: "3.0.3",
    slash: "/",
    documented: { any: [], body: [], id: [] },
    kindOrNull: { nullable: true, oneOf: [kind, { type: "string", enum: [""] }] },
    kinds: ["cat", "dog", "", null],
    security: apiKey,
    token: `Token ${key.value}`,
  },
};

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
const requestOverrides = new Map(
  ["readPet", "changePet", "deletePet"].map((name, index) => [name, { parameters: { id: index + 1 } }]),
);

test.each(Object.entries(frameworks))(
  "a clean app of %s, with its own document, has no error",
  async (_, framework) => {
    const handler = createApp(petRoutes(framework), framework.habits);
    const token = { value: framework.token, variable: "API_KEY" };
    const { errors } = await verdictOn(handler, documentOfPets(framework), { token, requestOverrides });
    expect(errors).toEqual([]);
  },
);

test.each(Object.entries(frameworks))(
  "the same of %s without a key has one error an operation",
  async (_, framework) => {
    const handler = createApp(petRoutes(framework), framework.habits);
    const { errors } = await verdictOn(handler, documentOfPets(framework), { requestOverrides });
    const operations = ["changePet", "createPet", "deletePet", "listPets", "readPet"];
    expect(errors).toEqual(operations.map((name) => `${name}/no-success/no-success`));
  },
);
