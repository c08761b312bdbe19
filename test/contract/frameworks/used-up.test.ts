import { describe } from "vitest";
import { createApp, type Route } from "./app.ts";
import { bearer, documentOf, id, named, operation } from "./documents.ts";
import type { Handler } from "./serve.ts";
import { app, create, given, invite, key, one, put, remove, thingRoutes } from "./things.ts";
import { testVerdicts } from "./verdict.ts";

/** A cart that is there until it is deleted. */
function cartRoutes(): Route[] {
  let isThere = true;
  const exists = () => isThere;
  const empty = () => {
    isThere = false;
    return { status: 204 };
  };
  return [
    { method: "DELETE", path: "/cart", exists, handle: empty },
    { method: "GET", path: "/cart", exists, handle: () => ({ status: 200 }) },
  ];
}

/** Makes each name once; a repeated one gets 409. */
function takenNames(): Handler {
  const names = new Set<string>();
  const handle = (_: string, value: unknown) => {
    const { name } = value as { name: string };
    if (names.has(name)) return { status: 409, body: { detail: "taken" } };
    names.add(name);
    return { status: 201, body: { id: String(names.size), name } };
  };
  return createApp([{ method: "POST", path: "/things", schema: named, handle }]);
}

describe("a thing that is gone, or there already", () => {
  testVerdicts([
    ["DELETE, with 404 undocumented", one("DELETE"), documentOf({ "/things/{id}": remove("1", [204]) }), []],
    ["DELETE, with 404 documented", one("DELETE"), documentOf({ "/things/{id}": remove("1", [204, 404]) }), []],
    [
      "an invite that is accepted once",
      app("POST", "/invites/{id}"),
      documentOf({ "/invites/{id}": invite([200, 415, 422]) }),
      [],
    ],
    [
      "the same, looked up before the body is read",
      app("POST", "/invites/{id}", { lookupFirst: true }),
      documentOf({ "/invites/{id}": invite([200, 415, 422]) }),
      [],
    ],
    [
      "a name that is taken, with 409 undocumented",
      takenNames(),
      documentOf({ "/things": create([201, 415, 422]) }),
      [],
    ],
    [
      "a cart that is deleted by its path alone, and read afterwards",
      createApp(cartRoutes()),
      documentOf({
        "/cart": { delete: operation("emptyCart", [204]) },
        "/cart#later": { get: operation("cart", [200]) },
      }),
      [],
    ],
    [
      "what belongs to a thing that the run has deleted",
      createApp(thingRoutes()),
      documentOf({
        "/things/{id}": remove("1", [204]),
        "/things/{thing}#later": { parameters: [{ ...id("1"), name: "thing" }], get: operation("later", [200]) },
      }),
      [],
    ],
    [
      "DELETE that wants a key, with the lookup before it",
      one("DELETE", { key, lookupFirst: true }),
      documentOf({ "/things/{id}": remove("1", [204, 401]) }, bearer),
      [],
      given(key.value),
    ],
  ]);
});

describe("a lookup before the validation", () => {
  testVerdicts([
    [
      "of an unknown thing, 404 documented",
      one("PUT", { lookupFirst: true }),
      documentOf({ "/things/{id}": put("77", [200, 404, 415, 422]) }),
      ["putThing/no-success/no-success"],
    ],
    [
      "of an unknown thing, 404 undocumented",
      one("PUT", { lookupFirst: true }),
      documentOf({ "/things/{id}": put("77", [200, 415, 422]) }),
      ["putThing/no-success/no-success"],
    ],
    [
      "of a known thing",
      one("PUT", { lookupFirst: true }),
      documentOf({ "/things/{id}": put("1", [200, 404, 415, 422]) }),
      [],
    ],
    [
      "of a thing that --request names",
      one("PUT", { lookupFirst: true }),
      documentOf({ "/things/{id}": put("77", [200, 404, 415, 422]) }),
      [],
      { requests: { putThing: { parameters: { id: "1" } } } },
    ],
    [
      "that tells of a bad body with 404, though the thing is known",
      one("PUT", { invalidBody: 404 }),
      documentOf({ "/things/{id}": put("1", [200, 404, 415, 422]) }),
      ["putThing/status/body 404", "putThing/status/missingBody 404", "putThing/status/syntax 404"],
    ],
  ]);
});
