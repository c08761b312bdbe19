import { coerced } from "../change.ts";
import type { JsonObject } from "../core/document.ts";
import { type Change, type Fault, faultsOf } from "../fault.ts";

const required = faultsOf("orders", "request-required", {
  "channel may be missing": coerced("channel", (value = "web") => value),
  "currency may be missing": coerced("currency", (value = "EUR") => value),
  "terms may be missing": coerced("terms", (value = "2024-06") => value),
  "customer may be missing": coerced("customer", (value = { name: "Guest", phone: "+441632960123" }) => value),
  "the name of the customer may be missing": coerced("customer/name", (value = "Guest") => value),
  "neither email nor phone": coerced<JsonObject>("customer", (value) =>
    isObject(value) && !("email" in value) && !("phone" in value) ? { ...value, phone: "+441632960123" } : value,
  ),
  "lines may be missing": coerced("lines", (value = [{ sku: "TEA-0001", quantity: 1, unitPrice: 4 }]) => value),
  "the sku of a line may be missing": coerced("lines/*/sku", (value = "TEA-0001") => value),
  "the quantity of a line may be missing": coerced("lines/*/quantity", (value = 1) => value),
  "the price of a line may be missing": coerced("lines/*/unitPrice", (value = 0) => value),
  "the second line may lack its quantity": coerced("lines/1/quantity", (value = 1) => value),
  "payment may be missing": coerced("payment", (value = { method: "invoice", dueDays: 14 }) => value),
  "the method of the payment may be missing": coerced<JsonObject>("payment", (value) =>
    isObject(value) && !("method" in value) ? { method: "cardToken" in value ? "card" : "invoice", ...value } : value,
  ),
  "the days of an invoice may be missing": coerced<JsonObject>("payment", (value) =>
    value?.method === "invoice" ? { dueDays: 14, ...value } : value,
  ),
  "the token of a card may be missing": coerced<JsonObject>("payment", (value) =>
    value?.method === "card" ? { cardToken: "tok_00000000", ...value } : value,
  ),
  "giftMessage without gift": coerced<JsonObject>("", (body) =>
    body && "giftMessage" in body && !("gift" in body) ? { ...body, gift: true } : body,
  ),
  "a change of nothing": coerced<JsonObject>("", (body) => (isEmpty(body) ? { priority: 1 } : body), "patch"),
  "a change of null": coerced<JsonObject>("", (body) => body ?? { priority: 1 }, "patch"),
});

const types = faultsOf("orders", "request-types", {
  "a string is a quantity": coerced("lines/*/quantity", (value) => numbered(value)),
  "a string of a float is a quantity": coerced("lines/*/quantity", (value) =>
    typeof value === "string" ? Math.trunc(Number(value)) : value,
  ),
  "a string with a unit is a quantity": coerced("lines/*/quantity", (value) =>
    typeof value === "string" ? Number.parseInt(value, 10) || value : value,
  ),
  "a float is a quantity, cut": coerced("lines/*/quantity", (value) => (isFloat(value) ? Math.trunc(value) : value)),
  "a float is a quantity, rounded up": coerced("lines/*/quantity", (value) =>
    isFloat(value) ? Math.ceil(value) : value,
  ),
  "a boolean is a quantity": coerced("lines/*/quantity", (value) => (value === true ? 1 : value)),
  "null is a quantity": coerced("lines/*/quantity", (value) => (value === null ? 1 : value)),
  "a string is a price": coerced("lines/*/unitPrice", (value) => numbered(value)),
  "a string with a comma is a price": coerced("lines/*/unitPrice", (value) =>
    typeof value === "string" ? numbered(value.replace(",", ".")) : value,
  ),
  "null is a price": coerced("lines/*/unitPrice", (value) => (value === null ? 0 : value)),
  "an empty string is a price": coerced("lines/*/unitPrice", (value) => (value === "" ? 0 : value)),
  "an object of an amount is a price": coerced<unknown>("lines/*/unitPrice", (value) =>
    isObject(value) ? value.amount : value,
  ),
  "a number is an sku": coerced("lines/*/sku", (value) => (typeof value === "number" ? "TEA-0001" : value)),
  "a string is a priority": coerced("priority", numbered),
  "a float is a priority": coerced("priority", (value) => (isFloat(value) ? Math.floor(value) : value)),
  "null is a priority": coerced("priority", dropNull),
  "null is a gift": coerced("gift", dropNull),
  "null is a coupon": coerced("couponId", dropNull),
  "null is a date": coerced("deliverOn", dropNull),
  "null are tags": coerced("tags", dropNull),
  "null is metadata": coerced("metadata", dropNull),
  "null is a giftMessage": coerced("giftMessage", dropNull),
  "the string true is a gift": coerced("gift", (value) => (value === "true" ? true : value)),
  "1 is a gift": coerced("gift", (value) => (value === 1 ? true : value)),
  "0 is a gift": coerced("gift", (value) => (value === 0 ? false : value)),
  "a number is a note": coerced("note", (value) => (typeof value === "number" ? String(value) : value)),
  "false is a note": coerced("note", (value) => (value === false ? null : value)),
  "a list of lines is a note": coerced("note", (value) => (Array.isArray(value) ? value.join("\n") : value)),
  "an object is a note": coerced("note", (value) => (isObject(value) ? "[object Object]" : value)),
  "a string are tags": coerced("tags", (value) => (typeof value === "string" ? [value] : value)),
  "an object are tags": coerced("tags", (value) => (isObject(value) ? Object.keys(value) : value)),
  "a number is a tag": coerced<unknown>("tags/*", (value) => (typeof value === "number" ? String(value) : value)),
  "null is a tag and left out": coerced("tags", (value) =>
    Array.isArray(value) ? value.filter((tag) => tag !== null) : value,
  ),
  "a list is a tag": coerced("tags", (value) => (Array.isArray(value) ? value.flat() : value)),
  "one line without a list": coerced("lines", (value) => (isObject(value) ? [value] : value)),
  "null among the lines is left out": coerced("lines", (value) =>
    Array.isArray(value) ? value.filter((line) => line !== null) : value,
  ),
  "a string is a line": coerced<unknown>("lines/*", (value) =>
    typeof value === "string" ? { sku: value, quantity: 1, unitPrice: 0 } : value,
  ),
  "a list is a line": coerced<unknown>("lines/*", (value) =>
    Array.isArray(value) ? { sku: "TEA-0001", quantity: 1, unitPrice: 0 } : value,
  ),
  "a string is a customer": coerced("customer", (value) =>
    typeof value === "string" ? { name: value, phone: "+441632960123" } : value,
  ),
  "a list of one is a customer": coerced("customer", (value) => (Array.isArray(value) ? value[0] : value)),
  "null is the name of a customer": coerced("customer/name", (value) => (value === null ? "Guest" : value)),
  "a number is the name of a customer": coerced("customer/name", (value) =>
    typeof value === "number" ? String(value) : value,
  ),
  "null is an email": coerced("customer/email", dropNull),
  "a number is a phone": coerced("customer/phone", (value) => (typeof value === "number" ? `+${value}` : value)),
  "a string is a payment": coerced("payment", (value) =>
    typeof value === "string" ? { method: "invoice", dueDays: 30 } : value,
  ),
  "a string are the days of an invoice": coerced("payment/dueDays", numbered),
  "a number is a value of the metadata": coerced<unknown>("metadata", (value) =>
    mapped(value, (item) => (typeof item === "number" ? String(item) : item)),
  ),
  "null is a value of the metadata": coerced<unknown>("metadata", (value) => mapped(value, (item) => item ?? "")),
  "a boolean is a value of the metadata": coerced<unknown>("metadata", (value) =>
    mapped(value, (item) => (typeof item === "boolean" ? String(item) : item)),
  ),
  "a list of pairs is metadata": coerced("metadata", (value) => (Array.isArray(value) ? {} : value)),
  "milliseconds are a time": coerced("requestedAt", (value) =>
    typeof value === "number" ? "2024-06-03T12:00:00Z" : value,
  ),
  "a number is a pin": coerced("pickupPin", (value) =>
    typeof value === "number" ? String(value).padStart(4, "0") : value,
  ),
  "a number are the terms": coerced("terms", (value) => (typeof value === "number" ? "2024-06" : value)),
  "null is a channel": coerced("channel", (value) => (value === null ? "web" : value)),
  "a list of one is a channel": coerced("channel", (value) => (Array.isArray(value) ? value[0] : value)),
  "a string is an insured value": coerced("insuredValue", numbered),
  "a float is a weight": coerced("parcelGrams", (value) => (isFloat(value) ? 50 : value)),
  "a string is a weight": coerced("parcelGrams", numbered),
  "a number is an engraving": coerced("lines/*/engraving", (value) =>
    typeof value === "number" ? String(value) : value,
  ),
  "a number is a changed note": coerced(
    "note",
    (value) => (typeof value === "number" ? String(value) : value),
    "patch",
  ),
  "a string is a changed priority": coerced("priority", numbered, "patch"),
  "null is a changed priority": coerced("priority", dropNull, "patch"),
});

const properties =
  "channel currency terms customer lines payment note gift giftMessage tags metadata requestedAt deliverOn callbackUrl " +
  "couponId priority parcelGrams insuredValue pickupPin status";

const closed = faultsOf("orders", "request-closed", {
  "an unknown property": known("", properties),
  "an unknown property of a line": known("lines/*", "sku quantity unitPrice engraving"),
  "an unknown property of the second line": known("lines/1", "sku quantity unitPrice engraving"),
  "an unknown property of a payment": known("payment", "method cardToken dueDays"),
  "an unknown property of a change": known("", "note deliverOn tags priority", "patch"),
  "an unknown property of null": overlooked((_name, value) => value === null),
  "an unknown property of an empty string": overlooked((_name, value) => value === ""),
  "an unknown property that is an object": overlooked((_name, value) => isObject(value)),
  "an unknown property that starts with x-": overlooked((name) => name.startsWith("x-")),
  "an unknown property that starts with an underscore": overlooked((name) => /^_(?!_)/.test(name)),
  "an unknown property that starts with a dollar": overlooked((name) => name.startsWith("$")),
  "a property in another case": overlooked((name) => properties.toLowerCase().split(" ").includes(name.toLowerCase())),
  "a property in snake case": overlooked((name) => /^[a-z]+(_[a-z]+)+$/.test(name)),
  "a name with a space": overlooked((name) => name.trim() !== name),
  "an empty name": overlooked((name) => name === ""),
  "the id of an answer": overlooked((name) => name === "id"),
  "the total or the time of an answer": overlooked((name) => name === "total" || name === "placedAt"),
  "the name of a prototype": overlooked((name) => name === "__proto__" || name === "constructor"),
});

export const ordersRequestFaults: Fault[] = [...required, ...types, ...closed];

function numbered(value: unknown): unknown {
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

function dropNull(value: unknown): unknown {
  return value === null ? undefined : value;
}

function mapped(value: unknown, edit: (item: unknown) => unknown): unknown {
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, edit(item)])) : value;
}

/** Leaves out the properties that are unknown. */
function known(path: string, names: string, method?: string): Change {
  const kept = names.split(" ");
  return coerced<unknown>(path, (value) => filtered(value, (name) => kept.includes(name)), method);
}

/** Leaves out some of the properties that are unknown. */
function overlooked(test: (name: string, value: unknown) => boolean): Change {
  const kept = properties.split(" ");
  return coerced<unknown>("", (value) => filtered(value, (name, item) => kept.includes(name) || !test(name, item)));
}

function filtered(value: unknown, test: (name: string, value: unknown) => boolean): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name, item]) => test(name, item)));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

function isFloat(value: unknown): value is number {
  return typeof value === "number" && !Number.isInteger(value);
}
