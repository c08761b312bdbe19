import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A problem of a request, which a server refuses with 422. */
type Problem = string | undefined;

/** Judges a text of a field: all that a form has. */
type Rule = (text: string) => boolean;

/** What the server has instead of the right behaviour. */
export type Bug =
  | "accepts a form without its name"
  | "accepts any age"
  | "accepts a tag of any length"
  | "accepts seven tags"
  | "fails on an emoji"
  | "accepts a file as absent"
  | "fails without a boundary"
  | "accepts any part of JSON"
  | "accepts a long note"
  | "fails on JSON as a form"
  | "accepts any form beside JSON"
  | "takes no form beside JSON";

const isInteger: Rule = (text) => /^-?\d+$/.test(text) && Number(text) >= 0 && Number(text) <= 150;
const isBoolean: Rule = (text) => /^(true|false)$/.test(text);
const isTag: Rule = (text) => [...text].length <= 5;

const urlEncoded = "application/x-www-form-urlencoded";

/** The document that the server keeps. */
export const uploads = {
  openapi: "3.1.0",
  info: { title: "Uploads", version: "1" },
  paths: {
    "/people": post("addPerson", [urlEncoded], person("object")),
    "/photos": post("addPhoto", ["multipart/form-data"], {
      ...person("object"),
      required: ["name", "photo", "place"],
      properties: {
        ...person("object").properties,
        photo: { type: "string", format: "binary" },
        place: { type: "object", required: ["city"], properties: { city: { type: "string" } } },
      },
    }),
    "/notes": post("addNote", ["text/plain"], { type: "string", maxLength: 40 }),
    "/replies": post("addReply", ["application/json", urlEncoded], {
      type: "object",
      required: ["text"],
      properties: { text: { type: "string", minLength: 1, maxLength: 20 } },
    }),
  },
};

function person(type: string) {
  return {
    type,
    required: ["name"],
    additionalProperties: false,
    properties: {
      name: { type: "string", minLength: 1 },
      age: { type: "integer", minimum: 0, maximum: 150 },
      member: { type: "boolean" },
      kind: { enum: ["guest", "host"] },
      tags: { type: "array", minItems: 1, maxItems: 6, items: { type: "string", maxLength: 5 } },
    },
  };
}

function post(operationId: string, mediaTypes: string[], schema: object) {
  const responses = Object.fromEntries([200, 400, 415, 422].map((status) => [status, { description: "" }]));
  const content = Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema }]));
  return { post: { operationId, responses, requestBody: { required: true, content } } };
}

/** Starts a server that keeps the document, but for one bug. */
export async function startUploads(bug?: Bug): Promise<string> {
  const server: Server = createServer(async (request, response) => {
    const status = await statusFor(request, bug).catch(() => 400);
    response.writeHead(status, status === 405 ? { Allow: "POST" } : {}).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function statusFor(request: IncomingMessage, bug: Bug | undefined): Promise<number> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const [path = ""] = (request.url ?? "").split("?");
  const mediaTypes = mediaTypesOf[path];
  if (mediaTypes === undefined) return 404;
  if (request.method !== "POST") return 405;
  const contentType = request.headers["content-type"] ?? "";
  if ((request.headers["content-encoding"] ?? "identity") !== "identity") return 415;
  const essence = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!mediaTypes.includes(essence)) return 415;
  if (path === "/replies") return replyTo(bytes, essence, bug);
  if (bug === "fails on an emoji" && /\u{1F3B5}|%F0%9F%8E%B5/u.test(bytes.toString())) return 500;
  if (bug === "fails on JSON as a form" && bytes.toString().startsWith("{")) return 500;
  if (path === "/notes") {
    if (bytes.length === 0) return 400;
    const isLong = [...bytes.toString()].length > 40 && bug !== "accepts a long note";
    return isLong ? 422 : 200;
  }
  if (bug === "fails without a boundary" && path === "/photos" && !/boundary=/i.test(contentType)) return 500;
  const form = await new Response(bytes, { headers: { "Content-Type": contentType } }).formData();
  return problemOf(form, path === "/photos", bug) === undefined ? 200 : 422;
}

const mediaTypesOf: Record<string, string[]> = {
  "/people": [urlEncoded],
  "/photos": ["multipart/form-data"],
  "/notes": ["text/plain"],
  "/replies": ["application/json", urlEncoded],
};

function replyTo(bytes: Buffer, mediaType: string, bug: Bug | undefined): number {
  const isJson = mediaType === "application/json";
  if (!isJson && bug === "takes no form beside JSON") return 415;
  if (!isJson && bug === "accepts any form beside JSON") return 200;
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  const text = isJson ? JSON.parse(strict)?.text : new URLSearchParams(strict).get("text");
  const isReply = typeof text === "string" && text !== "" && [...text].length <= 20;
  return isReply && !Array.isArray(isJson ? JSON.parse(strict) : {}) ? 200 : 422;
}

function problemOf(form: FormData, isPhoto: boolean, bug: Bug | undefined): Problem {
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === "string");
  const known = ["name", "age", "member", "kind", "tags", ...(isPhoto ? ["photo", "place"] : [])];
  for (const name of form.keys()) if (!known.includes(name)) return `${name} is unknown`;
  if (bug !== "accepts a form without its name" && !texts("name")[0]) return "name";
  const rules: [string, Rule][] = [
    ["age", bug === "accepts any age" ? () => true : isInteger],
    ["member", isBoolean],
    ["kind", (text) => ["guest", "host"].includes(text)],
    ["tags", bug === "accepts a tag of any length" ? () => true : isTag],
  ];
  for (const [name, rule] of rules) if (!texts(name).every(rule)) return name;
  if (texts("tags").length > (bug === "accepts seven tags" ? 7 : 6)) return "tags";
  if (!isPhoto) return undefined;
  if (bug !== "accepts a file as absent" && !(form.get("photo") instanceof File)) return "photo";
  return bug === "accepts any part of JSON" || isPlace(form.get("place")) ? undefined : "place";
}

function isPlace(part: FormDataEntryValue | null): boolean {
  try {
    const place = JSON.parse(String(part));
    return typeof place === "object" && place !== null && typeof place.city === "string";
  } catch {
    return false;
  }
}
