import { calling } from "../calling.ts";
import { finishing, shown, step } from "../change.ts";
import type { JsonObject } from "../core/document.ts";
import { type Answer, headerOf, Refusal, type Request, withHeader } from "../core/message.ts";
import type { Call } from "../core/provider.ts";
import { type Change, type Fault, faultsOf } from "../fault.ts";
import { swapped } from "../shared/state.ts";
import { documentedId, keyed } from "./change.ts";

const state = faultsOf("orders", "state", {
  "a new order cannot be read": calling("readOrder", (serve, call) => {
    if (call.parameters.orderId !== documentedId) throw new Refusal(404, "No order has this id.");
    return serve(call);
  }),
  "every order reads as the documented one": calling("readOrder", (serve, call) =>
    serve({ ...call, parameters: { orderId: documentedId } }),
  ),
  "an order reads with another id": calling("readOrder", async (serve, call) => {
    const answer = await serve(call);
    return { ...answer, body: { ...(answer.body as object), id: "0b1f3c52-7a86-4b0e-9f2d-5f1f0e6a9d11" } };
  }),
  "a change is not kept": calling("changeOrder", async (serve, call) => {
    const before = await serve(reading(call));
    return { ...before, body: { ...(before.body as object), ...(call.body as object) } };
  }),
  "a change answers with the order before": calling("changeOrder", async (serve, call) => {
    const before = await serve(reading(call));
    await serve(call);
    return before;
  }),
  "a change clears the tags": calling("changeOrder", (serve, call) =>
    serve({ ...call, body: { tags: [], ...(call.body as object) } }),
  ),
  "a change of null changes nothing": calling("changeOrder", (serve, call) => {
    const kept = Object.entries(call.body as object).filter(([, item]) => item !== null);
    return serve({ ...call, body: Object.fromEntries(kept) });
  }),
  "a deleted order can be read": forgetful("readOrder"),
  "a deleted order can be deleted again": forgetful("deleteOrder"),
  "a shipped order can be deleted": deleted((answer) => answer.status === 409),
  "an unknown order is deleted": deleted((answer, target) => answer.status === 404 && /[0-9a-f-]{36}$/.test(target)),
  "the same key places another order": keyed(() => undefined),
  "the same key with another body places another order": keyed(
    (given, { body }) => `${given.slice(0, 50)}${body.length}`,
  ),
  "the same key with another body gets the first answer": firstByKey(),
  "a new order is missing from the list": listed((orders) => orders.filter(({ id }) => id === documentedId)),
  "the list has an order twice": listed((orders) => [...orders, ...orders.slice(0, 1)]),
  "ids are swapped where two requests are served at once": swapped((mine, other) => ({
    ...mine,
    body: { ...(mine.body as object), id: (other.body as JsonObject).id },
  })),
  "X-Request-Id is the same always": finishing((answer) => ({
    ...answer,
    headers: withHeader(answer.headers, "X-Request-Id", documentedId),
  })),
  "what is left out is taken from the request before": bleeding((before, body) => ({ ...before, ...body })),
  "a coupon that is left out is the one of the request before": bleeding(({ couponId }, body) =>
    couponId ? { couponId, ...body } : body,
  ),
  "a note of null is the one of the request before": bleeding(({ note }, body) =>
    body.note === null ? { ...body, note } : body,
  ),
  "tags are added to those of the request before": bleeding(({ tags }, body) => ({
    ...body,
    tags: [...new Set([...((tags as string[]) ?? []), ...((body.tags as string[]) ?? [])])],
  })),
});

const rights = faultsOf("orders", "credentials", {
  "no credentials": letIn((request) => headerOf(request, "Authorization") === undefined),
  "no credentials to read": letIn(
    (request) => headerOf(request, "Authorization") === undefined && request.method === "GET",
  ),
  "no credentials to ask with HEAD": letIn(
    (request) => headerOf(request, "Authorization") === undefined && request.method === "HEAD",
  ),
  "no credentials to delete": letIn(
    (request) => headerOf(request, "Authorization") === undefined && request.method === "DELETE",
  ),
  "no credentials to change": letIn(
    (request) => headerOf(request, "Authorization") === undefined && request.method === "PATCH",
  ),
  "the token in the query": letIn(({ target }, token) => target.includes(`=${token}`)),
  "the token in a header of its own": letIn((request, token) => headerOf(request, "X-Api-Key") === token),
  "the token in a cookie": letIn((request, token) => headerOf(request, "Cookie")?.includes(token) === true),
  "a client of the same machine": letIn((request) => headerOf(request, "X-Forwarded-For") === "127.0.0.1"),
  "the right to read is enough": step("authorize", () => () => {}),
  "the right to read is enough to delete": step("authorize", (authorize) => (call) => {
    if (call.method !== "delete") authorize(call);
  }),
  "the right to read is enough to change": step("authorize", (authorize) => (call) => {
    if (call.method !== "patch") authorize(call);
  }),
  "the right to read is not enough to read": step("authorize", (authorize) => (call) => {
    if (call.caller === "reader") throw new Refusal(403, "The credentials give no right.");
    authorize(call);
  }),
});

const framing = faultsOf("orders", "framing", {
  "a body where there is no content": step("send", (send) => (reply, response, request) => {
    if (reply.status !== 204) return send(reply, response, request);
    const { socket } = response;
    const lines = reply.headers.map(([name, text]) => `${name}: ${text}\r\n`).join("");
    socket?.end(`HTTP/1.1 204 No Content\r\n${lines}Content-Length: 15\r\n\r\n{"deleted":true}`);
  }),
  "a length where there is no content": step("send", (send) => (reply, response, request) => {
    if (reply.status !== 204) return send(reply, response, request);
    response.writeHead(204, [...reply.headers, ["Content-Length", "15"]].flat()).end();
  }),
});

const accept = faultsOf("orders", "accept", {
  "JSON that is not accepted": step("negotiate", () => () => {}),
  "JSON of weight 0": step(
    "negotiate",
    (negotiate) => (call) => (/json;\s*q=0/.test(headerOf(call.request, "Accept") ?? "") ? undefined : negotiate(call)),
  ),
  "JSON where text/* is accepted": step(
    "negotiate",
    (negotiate) => (call) => (headerOf(call.request, "Accept")?.startsWith("text/") ? undefined : negotiate(call)),
  ),
});

const body = faultsOf("orders", "body-syntax", {
  "a body of twice the size": (provider) => ({ ...provider, largestBody: provider.largestBody * 2 }),
  "a body one byte too large": (provider) => ({ ...provider, largestBody: provider.largestBody + 1 }),
});

export const ordersOperationFaults: Fault[] = [...state, ...rights, ...framing, ...accept, ...body];

/** Serves requests without the credentials that they need. */
function letIn(test: (request: Request, token: string) => boolean): Change {
  return step(
    "authenticate",
    (authenticate) => (request, tokens) => (test(request, tokens.owner) ? "owner" : authenticate(request, tokens)),
  );
}

function reading(call: Call): Call {
  return { ...call, operation: { ...call.operation, operationId: "readOrder" } };
}

function deleted(test: (answer: Answer, target: string) => boolean): Change {
  return finishing((answer, { method, target }) => {
    if (method !== "DELETE" || !test(answer, target)) return answer;
    return { status: 204, headers: withHeader(answer.headers, "Content-Type") };
  });
}

function listed(edit: (orders: JsonObject[]) => JsonObject[]): Change {
  return shown<JsonObject[] | undefined>("orders", (orders) => orders && edit(orders));
}

/** Remembers what was deleted, and goes on with it in one operation. */
function forgetful(operationId: string): Change {
  return (provider) => {
    const gone = new Map<unknown, Answer>();
    return step("serve", (serve) => async (call) => {
      const { orderId } = call.parameters;
      const { operationId: asked } = call.operation;
      if (asked === operationId && gone.has(orderId)) return gone.get(orderId) as Answer;
      const before = asked === "deleteOrder" ? await serve(reading(call)) : undefined;
      const answer = await serve(call);
      if (before) gone.set(orderId, operationId === asked ? answer : before);
      return answer;
    })(provider);
  };
}

function firstByKey(): Change {
  return (provider) => {
    const first = new Map<unknown, Answer>();
    return calling("placeOrder", async (serve, call) => {
      const key = call.parameters["Idempotency-Key"];
      if (key === undefined) return serve(call);
      if (!first.has(key)) first.set(key, await serve(call));
      return first.get(key) as Answer;
    })(provider);
  };
}

/** Mixes the body of the request before into each new order. */
function bleeding(mix: (before: JsonObject, body: JsonObject) => JsonObject): Change {
  return (provider) => {
    let before: JsonObject | undefined;
    return calling("placeOrder", (serve, call) => {
      const body = call.body as JsonObject;
      const mixed = before ? mix(before, body) : body;
      before = body;
      return serve({ ...call, body: mixed });
    })(provider);
  };
}
