import type { Schema } from "../../../src/openapi/document.ts";
import type { Habits } from "./app.ts";
import { apiKey, bearer } from "./documents.ts";

/** How a framework writes its documents, and what it does. */
export interface Framework {
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
/** The kinds of pets. */
export const Kind: Schema = { type: "string", enum: ["cat", "dog"] };
const kind = { $ref: "#/components/schemas/Kind" };

/** The frameworks by name. */
export const frameworks: Record<string, Framework> = {
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
