import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";
import { documentWith } from "../model/read.ts";

const error = { type: "object", required: ["error"], properties: { error: { type: "string" } } };
const refused = (description: string) => ({ description, content: { "application/json": { schema: error } } });
const thing = {
  type: "object",
  required: ["id", "name"],
  properties: { id: { type: "string" }, name: { type: "string" } },
};
const newThing = {
  type: "object",
  required: ["name"],
  properties: { name: { type: "string", minLength: 1, maxLength: 40 } },
};
const requestBody = { required: true, content: { "application/json": { schema: newThing } } };
const one = { description: "The thing.", content: { "application/json": { schema: thing } } };
const refusals = { 400: refused("Wrong."), 404: refused("Unknown.") };

/** What a document says of things, by operation. */
export const thingOperations = {
  createThing: { operationId: "createThing", requestBody, responses: { 201: one, 400: refused("Wrong.") } },
  listThings: {
    operationId: "listThings",
    responses: {
      200: {
        description: "All.",
        content: {
          "application/json": { schema: { type: "object", properties: { items: { type: "array", items: thing } } } },
        },
      },
    },
  },
  getThing: { operationId: "getThing", responses: { 200: one, 404: refused("Unknown.") } },
  changeThing: { operationId: "changeThing", requestBody, responses: { 200: one, ...refusals } },
  deleteThing: { operationId: "deleteThing", responses: { 204: { description: "Gone." }, 404: refused("Unknown.") } },
};

const parameters = [{ name: "thingId", in: "path", required: true, schema: { type: "string", minLength: 1 } }];

/** A document of things with every operation but those left out. */
export function thingsDocument(...without: (keyof typeof thingOperations)[]): OpenApiDocument {
  const of = (name: keyof typeof thingOperations) => (without.includes(name) ? undefined : thingOperations[name]);
  const withoutEmpty = (item: object) => Object.fromEntries(Object.entries(item).filter(([, value]) => value));
  return documentWith({
    "/things/{thingId}": {
      parameters,
      ...withoutEmpty({ delete: of("deleteThing"), get: of("getThing"), put: of("changeThing") }),
    },
    "/things": withoutEmpty({ get: of("listThings"), post: of("createThing") }),
  });
}

/** A call as a server of things sees it. */
export interface ThingCall {
  method: string;
  /** The thing's identifier; undefined for the list. */
  id: string | undefined;
  /** The body of the request, if it is valid. */
  body: { name: string } | undefined;
}

/** A reply: a status, a body as JSON, and a `Location`. */
export type ThingReply = [status: number, body?: unknown, location?: string];

/** What a server of things does in place of what is right; undefined for what is right. */
export type Quirk = (call: ThingCall, things: Map<string, string>) => ThingReply | undefined;

/** Starts a server of things for a test, with a quirk. It keeps all requests that it got. */
export async function startThings(quirk?: Quirk, ...ids: string[]) {
  const server = await listenThings(quirk, ...ids);
  onTestFinished(server.close);
  return server;
}

/** Starts a server of things. */
export async function listenThings(quirk: Quirk = () => undefined, ...ids: string[]) {
  const things = new Map(ids.map((id) => [id, "there from the start"]));
  const requests: string[] = [];
  let next = 1000;
  const reply = (call: ThingCall): ThingReply => {
    const { method, id, body } = call;
    if (id === undefined && method === "GET")
      return [200, { items: [...things].map(([key, name]) => ({ id: key, name })) }];
    if (id === undefined && method === "POST") {
      if (!body) return [400, { error: "body" }];
      const key = `t-${next++}`;
      things.set(key, body.name);
      return [201, { id: key, name: body.name }];
    }
    if (id === undefined || !["GET", "PUT", "DELETE"].includes(method)) return [405, { error: "method" }];
    const name = things.get(id);
    if (name === undefined) return [404, { error: "unknown" }];
    if (method === "DELETE") return things.delete(id) ? [204] : [404];
    if (method === "PUT" && !body) return [400, { error: "body" }];
    if (method === "PUT") things.set(id, body?.name ?? "");
    return [200, { id, name: body?.name ?? name }];
  };
  const server = createServer(async (incoming, response) => {
    const { method = "", url: target = "" } = incoming;
    requests.push(`${method} ${target}`);
    const url = target.replace(/^\/api(?=\/)/, "");
    const [, , id] = /^(\/things)(?:\/([^/?]+))?(?:\?.*)?$/.exec(url) ?? [];
    const isKnown = /^\/things(\/[^/?]+)?(\?.*)?$/.test(url);
    const call = { method, id, body: bodyOf(await read(incoming)) };
    const [status, body, location] = isKnown ? (quirk(call, things) ?? reply(call)) : [404, { error: "path" }];
    response.statusCode = status;
    if (status === 405) response.setHeader("Allow", id === undefined ? "GET, POST" : "GET, PUT, DELETE");
    if (location !== undefined) response.setHeader("Location", location);
    if (body !== undefined) response.setHeader("Content-Type", "application/json");
    response.end(body === undefined ? undefined : JSON.stringify(body));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, things, requests, close };
}

async function read(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
  } catch {
    return "";
  }
}

function bodyOf(text: string): ThingCall["body"] {
  try {
    const { name } = JSON.parse(text);
    const length = typeof name === "string" ? [...name].length : 0;
    const isFine = length >= 1 && length <= 40 && !/\p{Surrogate}/u.test(name);
    return isFine && !Array.isArray(JSON.parse(text)) ? { name } : undefined;
  } catch {
    return undefined;
  }
}
