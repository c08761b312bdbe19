import { expect, test } from "vitest";
import { body, documentOf, id, operation } from "./documents.ts";
import type { Handler } from "./serve.ts";
import { verdictOn } from "./verdict.ts";

const note = {
  type: "object",
  required: ["id", "due"],
  properties: { id: { type: "integer" }, due: { type: "string", format: "date" }, by: { type: "string" } },
};
const sent = { type: "object", required: ["due"], properties: { due: note.properties.due } };
const document = documentOf({
  "/notes": {
    post: operation("createNote", [201, 400, 415], { schema: note, requestBody: body(sent) }),
    get: operation("listNotes", [200], { schema: { type: "array", items: note } }),
  },
  "/notes/{id}": { parameters: [id("1")], get: operation("getNote", [200, 404], { schema: note }) },
});

/** A store that keeps whatever object it gets. */
function lax(shown: (one: { id: number }) => object = (one) => one): Handler {
  const notes: { id: number }[] = [];
  return ({ method, path, headers, bytes }) => {
    if (/^\/notes\/\d+$/.test(path) && method !== "GET") return { status: 405, headers: { Allow: "GET" } };
    const one = notes.find(({ id: own }) => path === `/notes/${own}`);
    if (one && method === "GET") return { status: 200, body: one };
    if (path !== "/notes") return { status: 404, body: { detail: "none" } };
    if (method === "GET") return { status: 200, body: notes.map(shown) };
    if (method !== "POST") return { status: 405, headers: { Allow: "GET, POST" } };
    if (!/^application\/json *(;|$)/i.test(headers["content-type"] ?? ""))
      return { status: 415, body: { detail: "no" } };
    try {
      const { due } = JSON.parse(bytes.toString()) as { due?: unknown };
      const one = { id: notes.length + 1, due };
      notes.push(one);
      return { status: 201, body: one };
    } catch {
      return { status: 400, body: { detail: "no" } };
    }
  };
}

test("an invalid value that was accepted and comes back is one fault, wherever it comes back", async () => {
  const { errors } = await verdictOn(lax(), document);
  expect(errors.filter((id) => !id.includes("negative-data-rejection"))).toEqual([]);
  expect(errors.length).toBeGreaterThan(0);
});

test("what else is wrong with a list of them is a fault of its own", async () => {
  const { errors } = await verdictOn(
    lax((one) => ({ ...one, by: 5 })),
    document,
  );
  expect(errors.filter((id) => !id.includes("negative-data-rejection"))).toEqual([
    expect.stringMatching(/^listNotes\/body-schema\/200 .*by/),
  ]);
});
