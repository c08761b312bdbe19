import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { bySeverity } from "../../../src/contract/report/report.ts";
import { runContract } from "../../../src/contract/run-contract.ts";
import { documentWith } from "../model/read.ts";

const error = {
  description: "No.",
  content: { "application/json": { schema: { type: "object", required: ["error"] } } },
};
const body = (schema: object) => ({ required: true, content: { "application/json": { schema } } });
const made = (schema: object, more: object = {}) => ({
  description: "Made.",
  content: { "application/json": { schema } },
  ...more,
});

interface Api {
  url: string;
  requests: { line: string; body: string }[];
}

/** Starts a server; a handler gives a status and a JSON body. */
async function start(
  handle: (method: string, path: URL, json: Record<string, unknown> | undefined) => [number, unknown],
): Promise<Api> {
  const requests: Api["requests"] = [];
  const server = createServer(async (incoming, response) => {
    const sent = await text(incoming);
    requests.push({ line: `${incoming.method} ${incoming.url}`, body: sent });
    let json: Record<string, unknown> | undefined;
    try {
      const parsed = JSON.parse(sent);
      json = typeof parsed === "object" && !Array.isArray(parsed) ? (parsed ?? undefined) : undefined;
    } catch {}
    const [status, reply] = handle(incoming.method ?? "", new URL(incoming.url ?? "", "http://x"), json);
    response.writeHead(status, { "Content-Type": "application/json", ...(status === 405 && { Allow: "POST" }) });
    response.end(JSON.stringify(reply));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

const pet = { type: "object", required: ["name"], properties: { name: { type: "string", minLength: 1 } } };
const only = ["examples", "boundaries", "required", "body-syntax", "repeat"];

/** Pets, and visits of pets: who visits, and optionally with whom. */
function petsDocument(petId: object) {
  const visit = {
    type: "object",
    required: ["petId", "reason"],
    properties: {
      reason: { type: "string", minLength: 1 },
      petId,
      companionPetId: { type: "string" },
      other: { type: "object", properties: { pet_id: petId } },
    },
  };
  return documentWith({
    "/visits": {
      post: {
        operationId: "addVisit",
        requestBody: body(visit),
        responses: { 201: made({ type: "object" }), 422: error },
      },
    },
    "/pets": {
      post: { operationId: "addPet", requestBody: body(pet), responses: { 201: made({ type: "object" }), 422: error } },
    },
    "/pets/{id}": {
      get: {
        operationId: "getPet",
        parameters: [{ name: "id", in: "path", required: true, schema: petId }],
        responses: { 200: made({ type: "object" }), 404: error },
      },
    },
  });
}

test.each<[string, object, (next: number) => unknown]>([
  ["a text", { type: "string" }, (next) => `pet "${next}"`],
  ["a UUID", { type: "string", format: "uuid" }, (next) => `7b0c1f0e-3a52-4c4d-9a5e-${String(next).padStart(12, "0")}`],
  ["a number", { type: "integer" }, (next) => next],
])("a property of a body that names a thing gets that of one that exists: %s", async (_, petId, idOf) => {
  const known = new Set<unknown>();
  const { url, requests } = await start((method, { pathname }, json) => {
    if (method === "POST" && pathname === "/pets") {
      if (typeof json?.name !== "string" || json.name === "") return [422, { error: "name" }];
      const id = idOf(known.size + 1);
      known.add(id);
      return [201, { id }];
    }
    if (method === "GET" && pathname.startsWith("/pets/")) {
      const id = [...known].find((one) => String(one) === decodeURIComponent(pathname.slice(6)));
      return id === undefined ? [404, { error: "unknown" }] : [200, { id }];
    }
    if (method !== "POST" || pathname !== "/visits")
      return [pathname === "/visits" || pathname === "/pets" ? 405 : 404, { error: "no" }];
    const other = json?.other as { pet_id?: unknown } | undefined;
    const isFine =
      typeof json?.reason === "string" &&
      json.reason !== "" &&
      (other === undefined || (typeof other === "object" && !Array.isArray(other)));
    if (!isFine || !known.has(json?.petId)) return [422, { error: "pet or reason" }];
    if (other?.pet_id !== undefined && !known.has(other.pet_id)) return [422, { error: "other pet" }];
    return [201, {}];
  });
  const report = await runContract({ url, document: petsDocument(petId), only });
  const errors = bySeverity(report).errors.filter(
    ({ operation, check }) => operation === "addVisit" && check !== "strict-json",
  );
  expect(errors.map(({ id, cases }) => [id, cases[0]?.request.body])).toEqual([]);
  expect(report.sources).toContainEqual({
    operation: "addVisit",
    value: "body /petId",
    from: "addPet",
    how: "id in the response",
  });
  expect(requests.some(({ line, body: sent }) => line === "POST /visits" && sent.includes("pet_id"))).toBe(true);
});

test("a link supplies parameters outside the path and the body, by expressions and constants", async () => {
  const document = documentWith({
    "/drafts": {
      post: {
        operationId: "addDraft",
        requestBody: body(pet),
        responses: {
          201: made(
            { type: "object" },
            {
              links: {
                publish: {
                  operationId: "publish",
                  parameters: { "query.ticket": "ticket-{$response.body#/key}" },
                  requestBody: { draft: "$response.body#/key", from: "$request.body#/name" },
                },
              },
            },
          ),
          422: error,
        },
      },
    },
    "/published": {
      post: {
        operationId: "publish",
        parameters: [{ name: "ticket", in: "query", required: true, schema: { type: "string" } }],
        requestBody: body({
          type: "object",
          required: ["draft", "from"],
          properties: { draft: { type: "string" }, from: { type: "string" } },
        }),
        responses: { 201: made({ type: "object" }), 422: error },
      },
    },
  });
  let last = "";
  const { url, requests } = await start((method, { pathname, searchParams }, json) => {
    if (method === "POST" && pathname === "/drafts" && typeof json?.name === "string" && json.name !== "") {
      last = json.name;
      return [201, { key: `key of ${json.name}` }];
    }
    if (method !== "POST" || pathname !== "/published") return [422, { error: "no" }];
    const isRight = json?.draft === `key of ${last}` && json?.from === last;
    return isRight && searchParams.get("ticket") === `ticket-key of ${last}` ? [201, {}] : [422, { error: "no" }];
  });
  const report = await runContract({ url, document, only: ["examples"] });
  expect(report.violations.filter(({ operation }) => operation === "publish")).toEqual([]);
  expect(
    report.sources.filter(({ operation }) => operation === "publish").map(({ value, from }) => [value, from]),
  ).toEqual([
    ["query ticket", "addDraft"],
    ["body /draft", "addDraft"],
    ["body /from", "addDraft"],
  ]);
  expect(requests.at(-1)?.line).toMatch(/^POST \/published\?ticket=/);
});

test("two kinds of things that need each other end", async () => {
  const one = (name: string) => ({ type: "object", required: [name], properties: { [name]: { type: "string" } } });
  const of = (path: string, needs: string) => ({
    [path]: {
      post: {
        operationId: `add ${path}`,
        requestBody: body(one(needs)),
        responses: { 201: made({ type: "object" }), 422: error },
      },
    },
    [`${path}/{id}`]: {
      get: {
        operationId: `get ${path}`,
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: { 200: made({ type: "object" }), 404: error },
      },
    },
  });
  const { url } = await start((method) => (method === "POST" ? [201, { id: "x" }] : [200, {}]));
  const report = await runContract({
    url,
    document: documentWith({ ...of("/hens", "eggId"), ...of("/eggs", "henId") }),
    only: ["examples"],
  });
  expect(report.violations).toEqual([]);
});
