import { describe, expect, test } from "vitest";
import { headerValues } from "../../../src/contract/http/request.ts";
import { sendCase } from "../../../src/contract/run/judge.ts";
import type { TestCase } from "../../../src/contract/test-case.ts";
import { casesOf, documentWith, familyOf } from "./plan.ts";

const schema = { type: "object", required: ["name"], properties: { name: { type: "string" } } };
const header = (more: object) => ({ name: "Key", in: "header", schema: { type: "string" }, ...more });
const withKey = (parameters: object[] = [header({})], body: unknown = schema) =>
  documentWith(body, {}, { parameters, "x-contract": { idempotencyKey: "$request.header.Key" } });
const keysOf = ({ setup = [], requests }: TestCase) =>
  [...setup, ...requests].map(({ headers }) => headerValues(headers, "key")[0]);

describe("the family idempotency", () => {
  test("sends a request again, and its key with another body", () => {
    const [retry, conflict] = familyOf(withKey(), "idempotency");
    expect([retry, conflict].map((one) => one?.id)).toEqual(["make/idempotency/retry", "make/idempotency/conflict"]);
    expect(retry?.requests[0]).toEqual(retry?.requests[1]);
    expect(retry?.expected).toEqual({ outcome: "success", basis: "document" });
    expect(conflict?.expected).toEqual({ outcome: "refusal", basis: "document", class: "idempotencyConflict" });
    expect(new Set(conflict && keysOf(conflict)).size).toBe(1);
    expect(conflict && keysOf(conflict)[0]).not.toBe(retry && keysOf(retry)[0]);
    expect(conflict?.setup?.[0]?.body).toEqual(retry?.requests[0]?.body);
    expect(conflict?.requests[0]?.body).not.toEqual(retry?.requests[0]?.body);
  });

  test("uses other keys in each run, and the same in a run", () => {
    const [first] = familyOf(withKey(), "idempotency", { runId: "a" });
    const [again] = familyOf(withKey(), "idempotency", { runId: "a" });
    const [other] = familyOf(withKey(), "idempotency", { runId: "b" });
    expect(first && keysOf(first)).toEqual(again && keysOf(again));
    expect(first && keysOf(first)).not.toEqual(other && keysOf(other));
  });

  test.each<[string, object, RegExp]>([
    ["format uuid", { format: "uuid" }, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/],
    ["at most 32 characters", { maxLength: 32 }, /^[\da-f]{32}$/],
    ["a pattern, by its example", { pattern: "^key-[0-9a-f]{6}$", example: "key-0a1b2c" }, /^key-[0-9a-f]{6}$/],
  ])("keeps the schema of the header: %s", (_, more, form) => {
    const [retry] = familyOf(withKey([header({ schema: { type: "string", ...more } })]), "idempotency");
    expect(retry && keysOf(retry)[0]).toMatch(form);
  });

  test("has no conflict if there is only one valid body, or none", () => {
    expect(familyOf(withKey([], { const: 1 }), "idempotency").map(({ id }) => id)).toEqual(["make/idempotency/retry"]);
  });

  test("is empty without an idempotency key", () => {
    expect(familyOf(documentWith(schema), "idempotency")).toEqual([]);
  });
});

test("each request has a key of its own where the header is required, unless it varies the key", () => {
  const cases = casesOf(withKey([header({ required: true, example: "k1" })]));
  const unlike = cases.filter(({ id }) => !/\/(idempotency|parameters)\//.test(id));
  const keys = unlike.flatMap(keysOf);
  expect(keys).not.toContain("k1");
  expect(new Set(keys).size).toBe(keys.length);
  const absent = cases.find(({ id }) => id === "make/parameters/header Key/absent");
  expect(absent && keysOf(absent)).toEqual([undefined]);
});

describe("a test case with a setup", () => {
  const [, conflict] = familyOf(withKey(), "idempotency") as [TestCase, TestCase];
  const send = async (...statuses: number[]) => {
    const sent: unknown[] = [];
    const exchanges = await sendCase(conflict, async (request) => {
      sent.push(request);
      const status = statuses[sent.length - 1] ?? 500;
      return { request, response: { status, headers: [], body: Buffer.alloc(0), problems: [] }, durationMs: 1 };
    });
    return { sent, exchanges };
  };

  test("sends the setup first, and does not check its response", async () => {
    const { sent, exchanges } = await send(201, 409);
    expect(sent).toEqual([...(conflict.setup ?? []), ...conflict.requests]);
    expect(exchanges.map(({ response }) => response?.status)).toEqual([409]);
  });

  test("sends no more if the setup fails", async () => {
    const { sent, exchanges } = await send(503, 409);
    expect(sent).toEqual(conflict.setup);
    expect(exchanges).toEqual([]);
  });
});
