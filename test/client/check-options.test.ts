import { describe, expect, test } from "vitest";
import { createPersonaClient, PersonaUsageError } from "../../src/index.ts";
import { http, rawServer } from "../helpers/raw-server.ts";
import { documentedAnswer, documentedRequest } from "../openapi/documented-example.ts";

const wrong: [object, RegExp][] = [
  [{ timeout: "5s" }, /^timeout must be a number from 1, or false$/],
  [{ timeout: -1 }, /timeout must be/],
  [{ timeout: Number.NaN }, /timeout must be/],
  [{ timeout: 0 }, /timeout must be/],
  [{ timeout: true }, /timeout must be/],
  [{ deadline: "1" }, /deadline must be/],
  [{ retry: 3 }, /^retry must be an object, or false$/],
  [{ retry: { max: -1 } }, /^max must be a number from 0$/],
  [{ retry: { maxRetries: 1 } }, /^maxRetries is no option: there are baseDelay, max, maxDelay, unknownOutcome$/],
  [{ maxResponseBytes: "1mb" }, /^maxResponseBytes must be a number from 1$/],
  [{ maxResponseBytes: false }, /maxResponseBytes must be/],
  [{ headers: "X-A: 1" }, /headers must be an object/],
  [{ logger: console }, /logger must be a function/],
  [{ timeOut: 5 }, /^timeOut is no option: there are .*\btimeout\b/],
  [{ maxRetries: 5 }, /^maxRetries is no option: there are .*\bretry\b/],
  [{ apiKey: "Bearer CANARY" }, /leave out Bearer$/],
  [{ apiKey: 5 }, /^apiKey must be a string or a function$/],
];
const usage = { kind: "usage", outcome: "not-sent", attempts: 0 };

describe("an option that cannot work is refused", () => {
  test.each(wrong)("by the client: %j", (options, message) => {
    const create = () => createPersonaClient({ baseUrl: "http://127.0.0.1:4010", ...options });
    expect(create).toThrow(PersonaUsageError);
    expect(create).toThrow(expect.objectContaining(usage));
    expect(create).toThrow(message);
    expect(create).not.toThrow(/CANARY/);
  });

  test.each(wrong)("by a call, which sends nothing: %j", async (options, message) => {
    const { url, requests } = await rawServer(http(200));
    const { error } = (await createPersonaClient({ baseUrl: url }).result.createPersona(
      documentedRequest,
      options as never,
    )) as { error: Error };
    expect(error).toMatchObject({ name: "PersonaUsageError", ...usage });
    expect(error.message.replace(/^.* was not sent: /, "")).toMatch(message);
    expect(error.message).not.toContain("CANARY");
    expect(requests).toEqual([]);
  });

  test("by a call: what only a client takes", async () => {
    const call = createPersonaClient({ baseUrl: "http://127.0.0.1:4010" }).createPersona(documentedRequest, {
      baseUrl: "http://127.0.0.1:4011",
    } as never);
    await expect(call).rejects.toThrow(/baseUrl is no option/);
  });

  test("undefined, false and Infinity are values like others", () => {
    const baseUrl = "http://127.0.0.1:4010";
    createPersonaClient({ baseUrl, timeout: Number.POSITIVE_INFINITY, deadline: false, retry: false });
    createPersonaClient({ baseUrl, timeout: undefined, apiKey: undefined, retry: { max: 0, baseDelay: 0 } });
  });
});

test.each(["/suno/persona/create", "/suno/persona/create/", "/v1/suno/persona/create/"])(
  "a base URL that ends with an operation's path is refused: %s",
  (path) => {
    const create = () => createPersonaClient({ baseUrl: `https://gateway.example${path}` });
    expect(create).toThrow(/baseUrl must end before \/suno\/persona\/create\/, which the client adds/);
    createPersonaClient({ baseUrl: `https://gateway.example${path}s` });
  },
);

describe("the options of a call", () => {
  const good = http(200, { "Content-Type": "application/json" }, JSON.stringify(documentedAnswer));
  const limited = http(429, { "Retry-After": "0" });

  test("retry is completed with the client's, field by field", async () => {
    const { url, requests } = await rawServer(limited);
    const client = createPersonaClient({ baseUrl: url, retry: { max: 1 } });
    await client.result.createPersona(documentedRequest, { retry: { baseDelay: 1 } });
    expect(requests).toHaveLength(2);
    await client.result.createPersona(documentedRequest, { retry: false });
    expect(requests).toHaveLength(3);
  });

  test("apiKey, fetch and logger are the call's where it has them", async () => {
    const { url, requests } = await rawServer(good);
    const client = createPersonaClient({ baseUrl: url, apiKey: "CLIENT" });
    const seen: unknown[] = [];
    await client.createPersona(documentedRequest, {
      apiKey: "CALL",
      fetch: (...args) => {
        seen.push("fetch");
        return fetch(...args);
      },
      logger: ({ status }) => seen.push(status),
    });
    expect(requests[0]).toMatch(/^authorization: Bearer CALL\r$/m);
    expect(seen).toEqual(["fetch", 200]);
  });

  test("a key of a call must be as safe as one of the client", async () => {
    const client = createPersonaClient({ baseUrl: "http://gateway.example" });
    const call = client.createPersona(documentedRequest, { apiKey: "KEY" });
    await expect(call).rejects.toMatchObject({ ...usage, message: expect.stringMatching(/apiKey needs https/) });
  });

  test("fetchOptions reach fetch, below what the client sets, and a call's complete the client's", async () => {
    const inits: RequestInit[] = [];
    const fetch = async (_: string, init: RequestInit) => {
      inits.push(init);
      return new Response(JSON.stringify(documentedAnswer), { headers: { "Content-Type": "application/json" } });
    };
    const fetchOptions = { cache: "no-store", dispatcher: 1, method: "PUT", redirect: "follow" };
    const client = createPersonaClient({ baseUrl: "https://gateway.example", fetch, fetchOptions });
    await client.createPersona(documentedRequest, { fetchOptions: { dispatcher: 2 } });
    expect(inits).toMatchObject([{ cache: "no-store", dispatcher: 2, method: "POST", redirect: "manual" }]);
  });

  test("requestIdHeader names the header of the request's id", async () => {
    const { url } = await rawServer(http(400, { "CF-Ray": "ray-1", "X-Request-Id": "r-1" }));
    const client = createPersonaClient({ baseUrl: url, requestIdHeader: "cf-ray" });
    const call = client.createPersona(documentedRequest);
    await expect(call).rejects.toMatchObject({ requestId: "ray-1", message: expect.stringMatching(/id ray-1\)/) });
  });
});
