import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "./core/validation.ts";
import type { ProviderKind } from "./fault.ts";
import { unseen } from "./probes/seen.ts";
import { faults, type StartedProvider, startProvider } from "./start.ts";

let persona: StartedProvider;
let orders: StartedProvider;

beforeAll(async () => {
  [persona, orders] = await Promise.all([startProvider("persona"), startProvider("orders")]);
});

afterAll(() => Promise.all([persona.close(), orders.close()]));

interface Sent {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Sends a request with credentials, and a body as JSON unless it is text. */
async function send({ url, token }: StartedProvider, path: string, { method = "POST", body, headers }: Sent = {}) {
  const type = method === "PATCH" ? "application/merge-patch+json" : "application/json";
  const init: RequestInit = { method, headers: { Authorization: `Bearer ${token}`, "Content-Type": type, ...headers } };
  if (body !== undefined) init.body = typeof body === "string" ? body : JSON.stringify(body);
  const answer = await fetch(url + path, init);
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === "" ? undefined : JSON.parse(text) };
}

const example = ({ document }: StartedProvider, name: string) => document.components.examples[name]?.value as object;

function wrong({ document }: StartedProvider, schema: string, value: unknown) {
  return violations(document, `/components/schemas/${schema}`, value);
}

describe("the persona provider without a fault", () => {
  const path = "/suno/persona/create/";

  test("answers the documented example as documented, with a fresh id each time", async () => {
    const body = { ...example(persona, "CreatePersonaRequest"), name: " É 🎂\0" };
    const answers = [await send(persona, path, { body }), await send(persona, path, { body })];
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(wrong(persona, "Persona", answer.body)).toEqual([]);
      expect(answer.body).toMatchObject({ name: " É 🎂\0", description: "Persona Description" });
    }
    expect(answers[0]?.body.id).not.toBe(answers[1]?.body.id);
  });

  test.each<[string, string, Sent, number]>([
    ["no JSON", path, { body: "{" }, 400],
    ["a name twice", path, { body: '{"name":"a","name":"a"}' }, 400],
    ["another media type", path, { body: "{}", headers: { "Content-Type": "text/plain" } }, 415],
    ["what breaks the schema", path, { body: {} }, 422],
    ["wrong credentials", path, { body: "{", headers: { Authorization: "Bearer x" } }, 401],
    ["another path", path.slice(0, -1), {}, 404],
    ["another method", path, { method: "PUT" }, 405],
  ])("refuses %s with a documented object", async (_what, target, sent, status) => {
    const answer = await send(persona, target, sent);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("Content-Type")).toBe("application/json");
    expect(wrong(persona, "ApiErrorBody", answer.body)).toEqual([]);
  });
});

describe("the orders provider without a fault", () => {
  test.each(["LeastOrder", "FullOrder"])("answers %s as documented and keeps it", async (name) => {
    const asked = example(orders, name);
    const { status, headers, body } = await send(orders, "/v1/orders", { body: asked });
    expect(status).toBe(201);
    expect(wrong(orders, "Order", body)).toEqual([]);
    expect(headers.get("Location")).toBe(`/v1/orders/${body.id}`);
    const { payment, pickupPin, ...echoed } = asked as { payment: object; pickupPin?: string };
    expect(body).toMatchObject(echoed);
    expect(body).not.toHaveProperty("pickupPin");
    const path = `/v1/orders/${body.id}`;
    expect((await send(orders, path, { method: "GET" })).body).toEqual(body);
    const changed = await send(orders, path, { method: "PATCH", body: { note: null, priority: 5 } });
    expect(changed.body).toEqual({ ...body, note: null, priority: 5 });
    expect((await send(orders, path, { method: "DELETE" })).status).toBe(204);
    expect((await send(orders, path, { method: "GET" })).status).toBe(404);
  });

  test("lists by every parameter", async () => {
    const query = "channel=web&sort=newest&limit=10&status=placed,shipped&tag=fragile&gift=true&placedFrom=2024-06-01";
    const { status, body } = await send(orders, `/v1/orders?${query}`, { method: "GET" });
    expect(status).toBe(200);
    expect(wrong(orders, "OrderList", body)).toEqual([]);
    expect(body.orders).toContainEqual(example(orders, "Order"));
  });

  const documented = "/v1/orders/7b0c1f0e-3a52-4c4d-9a5e-2f8d1c6b9e01";
  test.each<[string, string, Sent, number]>([
    ["no JSON", "/v1/orders", { body: "{" }, 400],
    ["a wrong percent sign", "/v1/orders/%zz", { method: "GET" }, 400],
    ["wrong credentials", "/v1/orders", { body: "{", headers: { Authorization: "Bearer x" } }, 401],
    [
      "credentials for reading",
      documented,
      { method: "DELETE", headers: { Authorization: "Bearer Reading-Token-0815" } },
      403,
    ],
    ["another path", "/v1/orders/", {}, 404],
    ["an unknown id", "/v1/orders/3f0c9a34-6f0e-4a6e-8f4e-0b6f6f1f9c55", { method: "GET" }, 404],
    ["another method", "/v1/orders", { method: "OPTIONS" }, 405],
    ["an Accept without JSON", "/v1/orders", { body: {}, headers: { Accept: "*/*, application/json;q=0" } }, 406],
    ["to delete what was shipped", documented, { method: "DELETE" }, 409],
    ["a large body", "/v1/orders", { body: " ".repeat(262_145) }, 413],
    [
      "another media type",
      documented,
      { method: "PATCH", body: {}, headers: { "Content-Type": "application/json" } },
      415,
    ],
    ["what breaks the schema", "/v1/orders", { body: {} }, 422],
    ["a wrong parameter", "/v1/orders?channel=web&limit=0", { method: "GET" }, 422],
  ])("refuses %s with a documented problem", async (_what, target, sent, status) => {
    const answer = await send(orders, target, sent);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    expect(wrong(orders, "Problem", answer.body)).toEqual([]);
    expect(answer.body.status).toBe(status);
  });
});

describe("the faults", () => {
  test("are many, each with an id of its own and of a provider that there is", () => {
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
    const count = (kind: ProviderKind) => faults.filter(({ provider }) => provider === kind).length;
    expect(count("persona")).toBe(600);
    expect(count("orders")).toBe(1053);
    expect(count("boards")).toBe(91);
  });

  // With EVERY_FAULT set all are tried, which takes some ten seconds.
  test("change an answer each", async () => {
    expect(await unseen(process.env.EVERY_FAULT ? faults : faults.filter((_fault, index) => index % 5 === 0))).toEqual(
      [],
    );
  });

  test("keep to themselves what they remember: a new server begins anew", async () => {
    const fault = faults.find(({ id }) => id === "persona/state/the-first-answer-fails");
    for (const _attempt of [1, 2]) {
      const started = await startProvider("persona", fault && { fault });
      const body = example(started, "CreatePersonaRequest");
      const statuses = [];
      for (const _request of [1, 2]) statuses.push((await send(started, "/suno/persona/create/", { body })).status);
      await started.close();
      expect(statuses).toEqual([503, 200]);
    }
  });
});
