import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { inspect } from "node:util";
import { describe, expect, expectTypeOf, onTestFinished, test } from "vitest";
import {
  type CallOptions,
  type CreatePersonaRequest,
  createPersonaClient,
  type Persona,
  type PersonaClient,
  PersonaError,
  type paths,
} from "../../src/index.ts";
import { startMock } from "../../src/mock/index.ts";
import { documentedAnswer, documentedRequest } from "../openapi/documented-example.ts";

/** A server on loopback that answers every request with `answer`. */
async function serve(answer: RequestListener) {
  const requests: { request: IncomingMessage; body: string }[] = [];
  const server = createServer(async (request, response) => {
    requests.push({ request, body: await text(request) });
    answer(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

const answerWith = (status: number, headers: Record<string, string>, body: string): RequestListener => {
  return (_, response) => void response.writeHead(status, headers).end(body);
};
const json = { "Content-Type": "application/json" };

test("the documented call against the mock gives the documented persona", async () => {
  const mock = await startMock();
  onTestFinished(() => mock.close());
  const client = createPersonaClient({ baseUrl: mock.url, apiKey: "KEY" });
  const persona = await client.createPersona(documentedRequest);
  expect(persona.id).toBe("fd213afd-ac1c-4822-9802-c1c0ea45e77b");
  expect(persona).toEqual(documentedAnswer);
});

describe("what is sent", () => {
  test("the documented request, with both headers and the key", async () => {
    const { baseUrl, requests } = await serve(answerWith(200, json, JSON.stringify(documentedAnswer)));
    await createPersonaClient({ baseUrl, apiKey: "KEY" }).createPersona(documentedRequest);
    expect(requests).toHaveLength(1);
    const [{ request, body } = {}] = requests;
    expect(`${request?.method} ${request?.url}`).toBe("POST /suno/persona/create/");
    expect(request?.headers).toMatchObject({
      "content-type": "application/json",
      accept: "application/json",
      authorization: "Bearer KEY",
    });
    expect(JSON.parse(body ?? "")).toEqual(documentedRequest);
  });

  test("no Authorization without a key", async () => {
    const { baseUrl, requests } = await serve(answerWith(200, json, "{}"));
    await createPersonaClient({ baseUrl }).createPersona(documentedRequest);
    expect(requests[0]?.request.headers.authorization).toBeUndefined();
  });

  test("headers of the client and, above them, of the call", async () => {
    const { baseUrl, requests } = await serve(answerWith(200, json, "{}"));
    const client = createPersonaClient({ baseUrl, headers: { "X-A": "client", "X-B": "client" } });
    await client.createPersona(documentedRequest, { headers: { "X-B": "call" } });
    expect(requests[0]?.request.headers).toMatchObject({ "x-a": "client", "x-b": "call" });
  });
});

describe("what fails is a PersonaError", () => {
  test("a refusal, with status and body", async () => {
    const { baseUrl } = await serve(answerWith(422, json, '{"why":"name"}'));
    const call = createPersonaClient({ baseUrl }).createPersona(documentedRequest);
    await expect(call).rejects.toBeInstanceOf(PersonaError);
    await expect(call).rejects.toMatchObject({ name: "PersonaError", status: 422, body: { why: "name" } });
  });

  test("a redirect, which is not followed", async () => {
    const { baseUrl, requests } = await serve(answerWith(302, { Location: "/elsewhere/" }, ""));
    await expect(createPersonaClient({ baseUrl }).createPersona(documentedRequest)).rejects.toMatchObject({
      status: 302,
    });
    expect(requests).toHaveLength(1);
  });

  test("a success that is not JSON", async () => {
    const { baseUrl } = await serve(answerWith(200, { "Content-Type": "text/html" }, "<html>"));
    const call = createPersonaClient({ baseUrl }).createPersona(documentedRequest);
    await expect(call).rejects.toMatchObject({ name: "PersonaError", status: 200, body: "<html>" });
  });

  test("no answer, with its cause", async () => {
    const { baseUrl } = await serve((request) => void request.socket.destroy());
    const call = createPersonaClient({ baseUrl }).createPersona(documentedRequest);
    await expect(call).rejects.toMatchObject({ name: "PersonaError", status: undefined, cause: expect.any(Error) });
  });

  test("an abort is the caller's own reason", async () => {
    const { baseUrl } = await serve(() => {});
    const reason = new Error("enough");
    const signal = AbortSignal.abort(reason);
    await expect(createPersonaClient({ baseUrl }).createPersona(documentedRequest, { signal })).rejects.toBe(reason);
  });
});

test("the key is in no inspection of the client", () => {
  const client = createPersonaClient({ baseUrl: "http://127.0.0.1:1", apiKey: "CANARY" });
  expect(inspect(client, { depth: null, showHidden: true })).not.toContain("CANARY");
  expect(JSON.stringify(client)).not.toContain("CANARY");
});

test("types", () => {
  expectTypeOf<PersonaClient["createPersona"]>().toEqualTypeOf<
    (body: CreatePersonaRequest, options?: CallOptions) => Promise<Persona>
  >();
  expectTypeOf<Persona["id"]>().toEqualTypeOf<string>();
  expectTypeOf<paths>().toHaveProperty("/suno/persona/create/");
  const client = createPersonaClient({ baseUrl: "http://127.0.0.1:1", apiKey: process.env.SUNO_API_KEY });
  // Never called: the compiler is asked, not the server.
  void (() => [
    // @ts-expect-error a required property is missing
    client.createPersona({ name: "only" }),
    // @ts-expect-error a property that the description does not name
    client.createPersona({ ...documentedRequest, nmae: "x" }),
    // @ts-expect-error a misspelt option of a call
    client.createPersona(documentedRequest, { singal: AbortSignal.timeout(1) }),
    // @ts-expect-error a misspelt option of the client
    createPersonaClient({ baseURL: "http://127.0.0.1:1" }),
  ]);
});
