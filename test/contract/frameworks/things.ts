import { createApp, type Habits, type Route } from "./app.ts";
import { body, id, named, operation } from "./documents.ts";
import type { Handler } from "./serve.ts";

const thing = {
  type: "object",
  required: ["id", "name"],
  properties: { id: { type: "string" }, name: { type: "string" } },
};

/** A store of things in which there is `1`. */
export function thingRoutes(): Route[] {
  const things = new Map([["1", { id: "1", name: "a" }]]);
  const path = "/things/{id}";
  const exists = (key: string) => things.has(key);
  return [
    { method: "GET", path, exists, handle: (key) => ({ status: 200, body: things.get(key) }) },
    {
      method: "PUT",
      path,
      exists,
      schema: named,
      handle: (key, value) => ({ status: 200, body: { id: key, ...(value as object) } }),
    },
    {
      method: "DELETE",
      path,
      exists,
      handle: (key) => {
        things.delete(key);
        return { status: 204 };
      },
    },
    {
      method: "POST",
      path: "/invites/{id}",
      exists,
      schema: named,
      handle: (key) => {
        things.delete(key);
        return { status: 200, body: { id: key, name: "accepted" } };
      },
    },
    { method: "GET", path: "/things", handle: () => ({ status: 200, body: [...things.values()] }) },
    {
      method: "POST",
      path: "/things",
      schema: named,
      handle: (_, value) => ({ status: 201, body: { id: "2", ...(value as object) } }),
    },
  ];
}

/** `GET /things/{id}` of that thing. */
export const get = (key: string, statuses: number[]) => ({
  parameters: [id(key)],
  get: operation("getThing", statuses, { schema: thing }),
});
/** `PUT /things/{id}` of that thing. */
export const put = (key: string, statuses: number[]) => ({
  parameters: [id(key)],
  put: operation("putThing", statuses, { schema: thing, requestBody: body(named) }),
});
/** `DELETE /things/{id}` of that thing. */
export const remove = (key: string, statuses: number[]) => ({
  parameters: [id(key)],
  delete: operation("deleteThing", statuses),
});
/** `POST /invites/{id}`, which uses the invite up. */
export const invite = (statuses: number[]) => ({
  parameters: [id("1")],
  post: operation("acceptInvite", statuses, { schema: thing, requestBody: body(named) }),
});
/** `GET /things`. */
export const list = { get: operation("listThings", [200], { schema: { type: "array", items: thing } }) };
/** `POST /things`. */
export const create = (statuses: number[]) => ({
  post: operation("createThing", statuses, { schema: thing, requestBody: body(named) }),
});

/** A server of that path alone. */
export const only = (path: string, habits: Habits = {}): Handler =>
  createApp(
    thingRoutes().filter((route) => route.path === path),
    habits,
  );
/** A server of that method of that path alone. */
export const app = (method: string, path: string, habits: Habits = {}): Handler =>
  createApp(
    thingRoutes().filter((route) => route.method === method && route.path === path),
    habits,
  );
/** A server of that method of `/things/{id}` alone. */
export const one = (method: string, habits: Habits = {}) => app(method, "/things/{id}", habits);
/** The key that a server asks for. */
export const key = { value: "right-key-4711", missing: 401, malformed: 401 };
/** The options of a run with that key. */
export const given = (value: string) => ({ token: { value, variable: "API_KEY" } });
