import { failing, finishing, headed, renumbered, shown, step, succeeding } from "../change.ts";
import type { JsonObject } from "../core/document.ts";
import { type Answer, headerOf, withHeader } from "../core/message.ts";
import { type Change, type Fault, faultsOf } from "../fault.ts";

const absent = () => undefined;

const responseBody = faultsOf("orders", "response-body", {
  ...Object.fromEntries(
    ["id", "status", "placedAt", "total", "customer", "lines", "payment", "note", "tags"].map((name) => [
      `no ${name}`,
      shown(name, absent),
    ]),
  ),
  "no note where it is null": shown("note", (note) => note ?? undefined),
  "an empty note for null": shown("note", (note) => note ?? ""),
  "the note null in letters": shown("note", String),
  "no tags where they are none": shown<unknown[] | undefined>("tags", (tags) => (tags?.length ? tags : undefined)),
  "null for tags where they are none": shown<unknown[] | undefined>("tags", (tags) =>
    tags?.length ? tags : tags && null,
  ),
  "null for what was left out": order((body) => ({ giftMessage: null, couponId: null, ...body })),
  "an empty string for what was left out": order((body) => ({ giftMessage: "", couponId: "", ...body })),
  "no name of the customer": shown("customer/name", absent),
  "no sku of a line": shown("lines/*/sku", absent),
  "no price of the second line": shown("lines/1/unitPrice", absent),
  "no method of payment": shown("payment/method", absent),
  "a customer that is null": shown("customer", (value) => value && null),
  "a line that is null": shown("lines/0", (value) => value && null),
  "lines that are an object": shown("lines", (value) => value && { ...(value as object[]) }),
  "tags that are a string": shown<unknown[] | undefined>("tags", (tags) => tags?.join()),
  "a tag that is null": shown<unknown[] | undefined>("tags", (tags) => tags && [...tags, null]),
  "a total that is a string": shown<number | undefined>("total", (total) => total?.toFixed(2)),
  "a negative total": shown<number | undefined>("total", (total) => total && -total),
  "a total that is null": shown("total", (total) => total && null),
  "a quantity that is a string": shown("lines/*/quantity", String),
  "a quantity that is no integer": shown<number>("lines/*/quantity", (quantity) => quantity + 0.5),
  "a price that is a string": shown("lines/*/unitPrice", String),
  "a price in cents with its currency": shown<number>("lines/*/unitPrice", (price) => ({ amount: price * 100 })),
  "a gift that is 1": shown("gift", (gift) => (gift === undefined ? gift : Number(gift))),
  "a gift that is a string": shown("gift", (gift) => (gift === undefined ? gift : String(gift))),
  "a priority that is a string": shown("priority", (priority) => priority && String(priority)),
  "a status outside the enumeration": shown("status", (status) => status && "pending"),
  "a status in capitals": shown<string | undefined>("status", (status) => status?.toUpperCase()),
  "a status that is a number": shown("status", (status) => status && 1),
  "a channel outside the enumeration": shown("channel", (channel) => channel && "online"),
  "a channel in capitals": shown<string | undefined>("channel", (channel) => channel?.toUpperCase()),
  "a method of payment outside the enumeration": shown("payment/method", (method) => method && "credit_card"),
  "an id that is no UUID": shown<string | undefined>("id", (id) => id && `order-${id.slice(0, 8)}`),
  "an id that is a number": shown("id", (id) => id && 4711),
  "placedAt without a zone": time((value) => value.replace("Z", "")),
  "placedAt in seconds": time((value) => Date.parse(value) / 1000),
  "placedAt with a space": time((value) => value.replace("T", " ")),
  "placedAt that is a date": time((value) => value.slice(0, 10)),
  "placedAt that is null": time(() => null),
  "placedAt in another calendar": time(() => "2024-06-31T10:00:00Z"),
  "a date as a time": shown("deliverOn", (date) => date && `${date}T00:00:00Z`),
  "an empty email": shown("customer/email", (email) => email && ""),
  "an undocumented property": order((body) => ({ ...body, version: 3 })),
  "an undocumented property of null": order((body) => ({ ...body, _links: null })),
  "an undocumented property of a line": shown<JsonObject>("lines/*", (line) => ({ ...line, lineId: 1 })),
  "an undocumented property of the second line": shown<JsonObject | undefined>(
    "lines/1",
    (line) => line && { ...line, lineId: 2 },
  ),
  "an undocumented property of the customer": shown<JsonObject | undefined>(
    "customer",
    (value) => value && { ...value, vip: false },
  ),
  "an undocumented property of the payment": shown<JsonObject | undefined>(
    "payment",
    (value) => value && { ...value, last4: "4242" },
  ),
  "the pin, which is for requests alone": order((body) => ({ ...body, pickupPin: "0417" })),
  "the pin that was sent": step("serve", (serve) => async (call) => {
    const answer = await serve(call);
    const { pickupPin } = (call.body ?? {}) as JsonObject;
    return pickupPin ? { ...answer, body: { ...(answer.body as object), pickupPin } } : answer;
  }),
  "the token of the card": shown<JsonObject | undefined>("payment", (value) =>
    value?.method === "card" ? { ...value, cardToken: "tok_9fA3kLm27Q" } : value,
  ),
  "a number in the metadata": shown<JsonObject | undefined>(
    "metadata",
    (metadata) => metadata && { ...metadata, count: 1 },
  ),
  "names in snake case": order(({ placedAt, ...body }) => ({ ...body, placed_at: placedAt })),
  "the order under data": order((body) => ({ data: body })),
  "the order in a list": order((body) => [body]),
  "the id alone": order(({ id }) => ({ id })),
  "an empty object": order(() => ({})),
  "the order under an error": order((body) => ({ ...body, error: null })),
  "a list of orders that is null": list(() => null),
  "a list of orders that is an object": list((orders) => ({ ...orders })),
  "a list whose second order is wrong": list((orders) =>
    orders.map((item, index) => (index === 1 ? { ...item, total: null } : item)),
  ),
  "a list of ids": list((orders) => orders.map(({ id }) => id)),
  "a list with a null": list((orders) => [...orders, null]),
  "a limit that is a string": shown("limit", (limit) => limit && String(limit)),
  "a list without more": shown("more", absent),
  "a list with a total": shown<JsonObject>("", (body) => (body && "orders" in body ? { ...body, count: 1 } : body)),
  ...Object.fromEntries(
    ["title", "status", "detail"].map((name) => [
      `a problem without ${name}`,
      problem(({ [name]: _left, ...rest }) => rest),
    ]),
  ),
  "a problem of another status": problem((body) => ({ ...body, status: 418 })),
  "a problem of a status that is a string": problem((body) => ({ ...body, status: String(body.status) })),
  "a problem of a status that is no error": problem((body) => ({ ...body, status: 200 })),
  "a problem with a stack": problem((body) => ({ ...body, stack: "Error" })),
  "a problem with a type": problem((body) => ({ ...body, type: "about:blank" })),
  "a problem with an empty title": problem((body) => ({ ...body, title: "" })),
  "a problem with errors of null": problem((body) => ({ ...body, errors: null })),
  "a problem with errors of strings": problem((body) => ({ ...body, errors: ["wrong"] })),
  "a problem with errors that lack their place": problem((body) => ({ ...body, errors: [{ message: "wrong" }] })),
  "a problem with a detail of null": problem((body) => ({ ...body, detail: null })),
  "a problem in a list": problem((body) => [body]),
  "a problem under error": problem((body) => ({ error: body })),
  "a problem that is a string": problem(() => "refused"),
  "a problem that is empty": problem(() => ({})),
  "a problem without a body": failing(({ status, headers }) => ({ status, headers })),
  "a problem of no JSON": step(
    "serialise",
    (serialise) => (body, answer) => (answer.status < 400 ? serialise(body, answer) : "Bad Request"),
  ),
});

const responseHeaders = faultsOf("orders", "response-headers", {
  "no Location": header("Location", () => undefined),
  "an empty Location": header("Location", () => ""),
  "a Location of a whole URL": header("Location", (value) => `http://orders.example${value}`),
  "a Location of another path": header("Location", (value) => value.replace("/v1", "")),
  "a Location of another order": header("Location", () => "/v1/orders/0b1f3c52-7a86-4b0e-9f2d-5f1f0e6a9d11"),
  "a Location without an id": header("Location", () => "/v1/orders/"),
  "a Location in capitals": header("Location", (value) => value.toUpperCase()),
  "a Location with a slash at the end": header("Location", (value) => `${value}/`),
  "Location twice": headed((headers) => [...headers, ...headers.filter(([name]) => name === "Location")]),
  "no X-Request-Id": header("X-Request-Id", () => undefined),
  "no X-Request-Id of refusals": failing((answer) => ({
    ...answer,
    headers: withHeader(answer.headers, "X-Request-Id"),
  })),
  "no X-Request-Id where there is no body": succeeding((answer) =>
    answer.body ? answer : { ...answer, headers: withHeader(answer.headers, "X-Request-Id") },
  ),
  "an X-Request-Id that is no UUID": header("X-Request-Id", (value) => value.slice(0, 8)),
  "an X-Request-Id that is empty": header("X-Request-Id", () => ""),
  "an X-Request-Id in braces": header("X-Request-Id", (value) => `{${value}}`),
  "X-Request-Id twice": headed((headers) => [...headers, ...headers.filter(([name]) => name === "X-Request-Id")]),
  "no RateLimit-Remaining": header("RateLimit-Remaining", () => undefined),
  "no RateLimit-Remaining of refusals": failing((answer) => ({
    ...answer,
    headers: withHeader(answer.headers, "RateLimit-Remaining"),
  })),
  "a RateLimit-Remaining of a word": header("RateLimit-Remaining", () => "unlimited"),
  "a RateLimit-Remaining below 0": header("RateLimit-Remaining", () => "-1"),
  "a RateLimit-Remaining of a fraction": header("RateLimit-Remaining", () => "99.5"),
  "a RateLimit-Remaining with a unit": header("RateLimit-Remaining", (value) => `${value};w=60`),
  "a RateLimit-Remaining that is empty": header("RateLimit-Remaining", () => ""),
  "RateLimit-Remaining twice of two values": headed((headers) => [...headers, ["RateLimit-Remaining", "5"]]),
  "no WWW-Authenticate": finishing((answer) => ({
    ...answer,
    headers: withHeader(answer.headers, "WWW-Authenticate"),
  })),
});

const matrix: Record<number, number[]> = {
  201: [200, 202, 204, 206, 303],
  200: [201, 202],
  204: [200, 202, 205],
  400: [200, 403, 404, 409, 415, 422, 500, 501, 503],
  401: [200, 407, 511],
  403: [400, 401, 404, 500],
  404: [200, 410, 422],
  406: [400, 415, 500],
  409: [400, 403, 422, 423, 500],
  413: [400, 414, 422, 500, 503],
  415: [400, 406, 422, 500],
  422: [200, 201, 400, 401, 403, 404, 405, 409, 415, 418, 500],
};

const status = faultsOf("orders", "status", {
  ...Object.fromEntries(
    Object.entries(matrix).flatMap(([from, others]) =>
      others.map((to) => [`${to} for ${from}`, numbered(Number(from), to)]),
    ),
  ),
  "400 for all that is refused": failing((answer) => again(answer, 400)),
  "200 for all that is refused": failing((answer) => again(answer, 200)),
  "422 with no status of its own for 400": renumbered(400, 422),
});

export const ordersAnswerFaults: Fault[] = [...responseBody, ...responseHeaders, ...status];

/** Changes each answer that is one order. */
function order(edit: (body: JsonObject) => unknown): Change {
  return succeeding((answer) => {
    const isOrder = typeof answer.body === "object" && answer.body !== null && "placedAt" in answer.body;
    return isOrder ? { ...answer, body: edit(answer.body as JsonObject) } : answer;
  });
}

function list(edit: (orders: JsonObject[]) => unknown): Change {
  return shown<JsonObject[] | undefined>("orders", (orders) => orders && edit(orders));
}

function time(edit: (value: string) => unknown): Change {
  return shown<string | undefined>("placedAt", (value) => value && edit(value));
}

function problem(edit: (body: JsonObject) => unknown): Change {
  return failing((answer) => ({ ...answer, body: edit(answer.body as JsonObject) }));
}

function header(name: string, edit: (value: string) => string | undefined): Change {
  return finishing((answer) => {
    const value = headerOf(answer, name);
    return value === undefined ? answer : { ...answer, headers: withHeader(answer.headers, name, edit(value)) };
  });
}

/** Gives answers another status, in a problem's body too. */
function numbered(from: number, to: number): Change {
  return finishing((answer) => (answer.status === from ? again(answer, to) : answer));
}

function again(answer: Answer, status: number): Answer {
  return { ...answer, status, ...(answer.status >= 400 && { body: { ...(answer.body as object), status } }) };
}
