import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readXContract } from "../../../src/contract/model/read-x-contract.ts";
import { requestClasses } from "../../../src/contract/model/x-contract.ts";
import { packageRoot } from "../../../src/internal/package-root.ts";

const operation = "/paths/~1things/post";
const pointer = `${operation}/x-contract`;
const read = (value: unknown) => readXContract(value, operation);
const nothing = {
  pointer,
  echoes: [],
  equals: [],
  unique: [],
  recent: [],
  errorPointer: undefined,
  defaults: false,
  idempotencyKey: undefined,
  statuses: {},
};

test("without x-contract nothing is stated", () => {
  expect(read(undefined)).toEqual(nothing);
  expect(read({})).toEqual(nothing);
});

describe("each key is read", () => {
  const body = (source: "request" | "response", path: string) => ({ source, part: "body", pointer: path });

  test("echoes", () => {
    const text = "$response.body#/a~1b/0";
    const request = "$request.body#/name";
    const value = { text: request, parts: [body("request", "/name")] };
    const echo = {
      expression: body("response", "/a~1b/0"),
      text,
      value,
      pointer: `${pointer}/echoes/$response.body#~1a~01b~10`,
    };
    expect(read({ echoes: { [text]: request } })).toEqual({ ...nothing, echoes: [echo] });
  });

  test("equals", () => {
    const text = "$response.header.Location";
    const template = "/v1/orders/{$response.body#/id}";
    expect(read({ equals: { [text]: template } })).toEqual({
      ...nothing,
      equals: [
        {
          expression: { source: "response", part: "header", name: "Location" },
          text,
          value: { text: template, parts: ["/v1/orders/", body("response", "/id")] },
          pointer: `${pointer}/equals/${text}`,
        },
      ],
    });
  });

  test("unique and recent", () => {
    const text = "$response.body#/id";
    const stated = (key: string) => [{ expression: body("response", "/id"), text, pointer: `${pointer}/${key}/0` }];
    expect(read({ unique: [text] })).toEqual({ ...nothing, unique: stated("unique") });
    expect(read({ recent: [text] })).toEqual({ ...nothing, recent: stated("recent") });
  });

  test("defaults, idempotencyKey and errors", () => {
    const text = "$response.body#/errors/0/pointer";
    const errors = { pointer: text };
    expect(read({ defaults: true, idempotencyKey: "$request.header.Idempotency-Key", errors })).toEqual({
      ...nothing,
      defaults: true,
      idempotencyKey: "Idempotency-Key",
      errorPointer: { expression: body("response", "/errors/0/pointer"), text, pointer: `${pointer}/errors/pointer` },
    });
  });

  test("statuses", () => {
    const statuses = { body: 422, syntax: [400, 422], credentials: "401" };
    expect(read({ statuses })).toEqual({
      ...nothing,
      statuses: { body: [422], syntax: [400, 422], credentials: [401] },
    });
  });
});

describe("an invalid statement is refused with its location and exit code 2", () => {
  const keys = "echoes, equals, unique, recent, defaults, idempotencyKey, errors, statuses";
  const form = "is no runtime expression; those are $url, ";
  test.each<[unknown, string, string]>([
    [null, "", "must be an object"],
    [[], "", "must be an object"],
    ["echoes", "", "must be an object"],
    [{ echo: {} }, "/echo", `is unknown: x-contract has ${keys}.`],
    [{ "a/b": 1 }, "/a~1b", "is unknown"],
    [{ toString: 1 }, "/toString", "is unknown"],
    [{ echoes: [] }, "/echoes", "must be an object"],
    [{ echoes: { "$response.body#/a": 1 } }, "/echoes/$response.body#~1a", "must be a runtime expression, not 1"],
    [{ echoes: { "$response.body#/a": "a" } }, "/echoes/$response.body#~1a", `has "a", which ${form}`],
    [
      { echoes: { "$response.body#/a": "$response.body#/b" } },
      "/echoes/$response.body#~1a",
      "must begin with $request, not $response.body#/b",
    ],
    [{ echoes: { name: "$request.body#/a" } }, "/echoes/name", `has "name", which ${form}`],
    [
      { equals: { "$request.body#/a": "b" } },
      "/equals/$request.body#~1a",
      "must begin with $response, not $request.body#/a",
    ],
    [{ equals: { "$response.body#/a": 5 } }, "/equals/$response.body#~1a", "must be a text with runtime expressions"],
    [{ equals: { "$response.body#/a": "{$x}" } }, "/equals/$response.body#~1a", `has $x, which ${form}`],
    [{ unique: "$response.body#/id" }, "/unique", "must be a list"],
    [{ unique: ["$response.body#/id", ""] }, "/unique/1", `has "", which ${form}`],
    [{ recent: ["$url"] }, "/recent/0", "must begin with $response, not $url"],
    [{ defaults: "yes" }, "/defaults", 'must be true or false, not "yes"'],
    [{ idempotencyKey: "Idempotency-Key" }, "/idempotencyKey", `has "Idempotency-Key", which ${form}`],
    [{ idempotencyKey: "$request.query.key" }, "/idempotencyKey", "must name a header, as in $request.header."],
    [{ errors: {} }, "/errors", "must have pointer and nothing else"],
    [{ errors: { pointer: "$response.body#/a", b: 1 } }, "/errors", "must have pointer and nothing else"],
    [{ statuses: 422 }, "/statuses", "must be an object"],
    [{ statuses: { nothing: 400 } }, "/statuses/nothing", "is not a request class; those are body, "],
    [{ statuses: { toString: 400 } }, "/statuses/toString", "is not a request class"],
    [{ statuses: { body: "bad" } }, "/statuses/body", "must be a status or a list of statuses"],
    [{ statuses: { body: 600 } }, "/statuses/body", "must be a status"],
    [{ statuses: { body: "4XX" } }, "/statuses/body", "must be a status"],
    [{ statuses: { body: [400, null] } }, "/statuses/body", "must be a status"],
    [{ statuses: { body: [] } }, "/statuses/body", "must be a status or a list of statuses"],
  ])("%j", (value, location, message) => {
    expect(() => read(value)).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringContaining(`#${pointer}${location} ${message}`) }),
    );
  });
});

describe("the form of an older version is refused with the new one", () => {
  test.each<[object, string, string]>([
    [{ answers: { body: 422 } }, "/answers", 'is now called statuses. Write {"statuses":{"body":422}}.'],
    [
      { echoes: { "/a~1b": "/c" } },
      "/echoes/~1a~01b",
      'is an old form. Write {"$response.body#/a~1b":"$request.body#/c"}.',
    ],
    [{ unique: ["/id"] }, "/unique/0", 'is an old form. Write "$response.body#/id".'],
    [
      { echoes: { "$response.body#/a": "/c" } },
      "/echoes/$response.body#~1a",
      'is an old form. Write "$request.body#/c".',
    ],
  ])("%j", (value, location, message) => {
    expect(() => read(value)).toThrow(
      expect.objectContaining({ exitCode: 2, message: `#${pointer}${location} ${message}` }),
    );
  });
});

test("the README documents every request class, and no other", async () => {
  const text = await readFile(join(packageRoot, "src/contract/README.md"), "utf8");
  const documented = [...text.matchAll(/^\| `(\w+)` \| .+ \| .+ \|$/gm)].map(([, name]) => name);
  expect([...documented].sort()).toEqual(Object.keys(requestClasses).sort());
});
