import { calling } from "../calling.ts";
import { finishing, step } from "../change.ts";
import { type Answer, Refusal, withHeader } from "../core/message.ts";
import { type Change, type Fault, faultsOf } from "../fault.ts";
import { documentedId, keyed, queried, retargeted } from "./change.ts";

export const ordersParameterFaults: Fault[] = faultsOf("orders", "parameters", {
  "channel may be missing": queried((given) => given.has("channel") || given.set("channel", "web")),
  "an unknown channel": queried(
    (given) => /^(web|phone|partner)$/.test(given.get("channel") ?? "web") || given.set("channel", "web"),
  ),
  "an empty channel": queried((given) => given.get("channel") === "" && given.set("channel", "web")),
  "a channel in another case": value("channel", (channel) => channel.toLowerCase()),
  "channel twice, the first counts": queried(
    (given) => given.getAll("channel").length > 1 && given.set("channel", given.get("channel") ?? ""),
  ),
  "channel twice, the last counts": queried(
    (given) => given.getAll("channel").length > 1 && given.set("channel", given.getAll("channel").at(-1) ?? ""),
  ),
  "an unknown sort": queried((given) => /^(oldest|newest)$/.test(given.get("sort") ?? "") || given.delete("sort")),
  "a sort in another case": value("sort", (sort) => sort.toLowerCase()),
  "a sort with a direction": value("sort", (sort) => sort.replace(/^-|:desc$/, "")),
  "a limit of 0": value("limit", (limit) => (limit === "0" ? "1" : limit)),
  "a limit of 101": value("limit", (limit) => (limit === "101" ? "100" : limit)),
  "a limit that is too large, cut": value("limit", (limit) => (Number(limit) > 100 ? "100" : limit)),
  "a limit that is negative": value("limit", (limit) => limit.replace("-", "")),
  "a limit that is a word": queried((given) => /^[a-z]/i.test(given.get("limit") ?? "") && given.delete("limit")),
  "a limit that is empty": queried((given) => given.get("limit") === "" && given.delete("limit")),
  "a limit that is a fraction": value("limit", (limit) => limit.replace(/\.\d+$/, "")),
  "a limit in exponents": value("limit", (limit) => (/^\de\d$/.test(limit) ? String(Number(limit)) : limit)),
  "a limit in hexadecimal": value("limit", (limit) => (limit.startsWith("0x") ? String(Number(limit)) : limit)),
  "a limit with a unit": value("limit", (limit) => limit.replace(/[a-z]+$/i, "")),
  "a limit with a space": value("limit", (limit) => limit.trim()),
  "a limit beyond 64 bits": value("limit", (limit) => (limit.length > 19 ? "100" : limit)),
  "an unknown status": kept("status", (name) => /^(placed|packed|shipped)?$/.test(name)),
  "an empty status": queried((given) => given.get("status") === "" && given.delete("status")),
  "a status twice": value("status", (names) => [...new Set(names.split(","))].join()),
  "four statuses": value("status", (status) => status.split(",").slice(0, 3).join()),
  "statuses between other characters": value("status", (status) => status.replaceAll(/[|;]/g, ",")),
  "statuses with spaces": value("status", (status) => status.replaceAll(" ", "")),
  "six tags": kept("tag", (_tag, index) => index < 5),
  "a tag of 13 characters": kept("tag", (tag) => tag.length <= 12),
  "an empty tag": kept("tag", (tag) => tag !== ""),
  "gift of 1": value("gift", (gift) => gift.replace(/^1$/, "true").replace(/^0$/, "false")),
  "gift of yes": value("gift", (gift) => gift.replace(/^(yes|on)$/, "true")),
  "gift in another case": value("gift", (gift) => gift.toLowerCase()),
  "gift without a value": queried((given) => given.get("gift") === "" && given.set("gift", "true")),
  "any gift": queried((given) => given.has("gift") && given.set("gift", String(given.get("gift") === "true"))),
  "placedFrom on a day that is not": value("placedFrom", (date) =>
    date.replace(/-(02-3\d|13-\d\d|\d\d-32)$/, "-01-01"),
  ),
  "placedFrom of a time": value("placedFrom", (date) => date.replace(/T.*$/, "")),
  "placedFrom of another order": value("placedFrom", (date) =>
    date.replace(/^(\d\d)[./](\d\d)[./](\d{4})$/, "$3-$2-$1"),
  ),
  "placedFrom of a word": queried(
    (given) => /^[a-z]*$/i.test(given.get("placedFrom") ?? "-") && given.delete("placedFrom"),
  ),
  "wrong parameters fail": step("validate", (validate) => (document, pointer, given) => {
    const wrong = validate(document, pointer, given);
    if (wrong.length > 0 && pointer.includes("/parameters/")) throw new Error("invalid input syntax");
    return wrong;
  }),
  "the list is of another channel": listing((given) => ({ ...given, channel: "phone" })),
  "the filter of the gift does nothing": listing(({ gift: _gift, ...given }) => given),
  "the filter of the gift is turned round": listing((given) => ({
    ...given,
    ...("gift" in given && { gift: !given.gift }),
  })),
  "the filter of the tags does nothing": listing(({ tag: _tag, ...given }) => given),
  "the filter of the tags knows the first": listing((given) => ({
    ...given,
    ...("tag" in given && { tag: [String(given.tag).split(",")[0]] }),
  })),
  "the filter of the status does nothing": listing(({ status: _status, ...given }) => given),
  "the filter of the status knows the first": listing((given) => ({
    ...given,
    ...("status" in given && { status: [String(given.status).split(",")[0]] }),
  })),
  "the filter of the date does nothing": listing(({ placedFrom: _placedFrom, ...given }) => given),
  "the limit does nothing": listing((given) => ({ ...given, limit: 100 })),
  "the list is one too long": listing((given) => ({ ...given, limit: Number(given.limit ?? 20) + 1 })),
  "the sorting does nothing": listing(({ sort: _sort, ...given }) => given),
  "an unknown id is the documented order": retargeted((id) => (/^7b0c1f0e/i.test(id) ? id : documentedId), 404),
  "an unknown id succeeds with nothing": unknown((answer) => ({ ...answer, status: 200, body: {} })),
  "an unknown id succeeds with null": unknown((answer) => ({ ...answer, status: 200, body: null })),
  "an unknown id is no content": unknown(({ headers }) => ({
    status: 204,
    headers: withHeader(headers, "Content-Type"),
  })),
  "an unknown id fails": unknown((answer) => ({ ...answer, status: 500 })),
  "an unknown id is forbidden": unknown((answer) => ({ ...answer, status: 403 })),
  "an id that is none is not found": wrongId(() => {
    throw new Refusal(404, "No order has this id.");
  }),
  "an id that is none fails": wrongId(() => {
    throw new Error("invalid input syntax for type uuid");
  }),
  "an id without hyphens": retargeted(
    (id) => id.replace(/^(\w{8})(\w{4})(\w{4})(\w{4})(\w{12})$/, "$1-$2-$3-$4-$5"),
    422,
  ),
  "an id in braces": retargeted((id) => id.replace(/^(\{|%7b)(.*?)(\}|%7d)$/i, "$2"), 422),
  "an id with urn:uuid:": retargeted((id) => id.replace(/^urn:uuid:/i, ""), 422),
  "an id with more after it": retargeted((id) => id.slice(0, 36), 422),
  "an id with a space": retargeted((id) => id.replace(/%20/g, ""), 422),
  "the start of an id": retargeted((id) => (documentedId.startsWith(id) ? documentedId : id), 422),
  "any id that is none": retargeted((id) => (/^[0-9a-f-]{36}$/i.test(id) ? id : documentedId), 422),
  "a wrong percent sign fails": step("route", (route) => (request, document) => {
    decodeURIComponent(request.target);
    return route(request, document);
  }),
  "an id in capitals is not found": step("serve", (serve) => (call) => {
    if (/[A-F]/.test(String(call.parameters.orderId ?? ""))) throw new Refusal(404, "No order has this id.");
    return serve(call);
  }),
  "a short idempotency key": keyed((given) => given.padEnd(8, "-")),
  "a long idempotency key": keyed((given) => given.slice(0, 64)),
  "an idempotency key with spaces": keyed((given) => given.replaceAll(" ", "-")),
  "an empty idempotency key": keyed((given) => given || undefined),
});

/** Changes a value of the query where it is there. */
function value(name: string, edit: (value: string) => string): Change {
  return queried((given) => {
    const text = given.getAll(name);
    if (text.length === 1) given.set(name, edit(text[0] ?? ""));
  });
}

/** Keeps some of the values of a name, each of which may be a list with commas. */
function kept(name: string, test: (item: string, index: number) => boolean): Change {
  return queried((given) => {
    const items = given.getAll(name).flatMap((text) => text.split(","));
    given.delete(name);
    const left = items.filter(test);
    if (name === "status" && left.length > 0) given.set(name, left.join());
    else for (const item of left) given.append(name, item);
  });
}

/** Changes the parameters of the list after they were checked, and shows the limit that was asked for. */
function listing(edit: (parameters: Record<string, unknown>) => Record<string, unknown>): Change {
  return calling("listOrders", async (serve, call) => {
    const answer = await serve({ ...call, parameters: edit(call.parameters) });
    return { ...answer, body: { ...(answer.body as object), limit: call.parameters.limit ?? 20 } };
  });
}

/** Changes the answers about an order that there is not. */
function unknown(edit: (answer: Answer) => Answer): Change {
  return finishing((answer, { target }) => {
    const about = answer.status === 404 && /^\/v1\/orders\/[^/]+$/.test(target);
    return about
      ? edit({ ...answer, headers: withHeader(answer.headers, "Content-Type", "application/json") })
      : answer;
  });
}

/** Does something else where the id of an order is none. */
function wrongId(fail: () => never): Change {
  return step("route", (route) => (request, document) => {
    const call = route(request, document);
    const { orderId } = call.values;
    if (orderId !== undefined && !/^[0-9a-f-]{36}$/i.test(orderId)) fail();
    return call;
  });
}
