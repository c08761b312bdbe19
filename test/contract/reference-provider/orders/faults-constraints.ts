import { all, coerced, refused, relaxed } from "../change.ts";
import type { JsonObject } from "../core/document.ts";
import { type Change, type Fault, faultsOf } from "../fault.ts";

const order = (name: string) => `NewOrder/properties/${name}`;
const customer = (name: string) => `Customer/properties/${name}`;
const line = (name: string) => `NewLine/properties/${name}`;
const token = "CardPayment/properties/cardToken";

const sizes: Record<string, Change> = {
  "an empty name": relaxed(customer("name"), { minLength: 0 }),
  "a name of 21 characters": relaxed(customer("name"), { maxLength: 21 }),
  "a name of any length, cut": text("customer/name", (value) => [...value].slice(0, 20).join("")),
  "a name that is too long by its white space": text("customer/name", (value) =>
    [...value].length > 20 ? value.trim() : value,
  ),
  "a name whose accents are not counted": text("customer/name", (value) =>
    [...value].length > 20 ? value.normalize("NFC") : value,
  ),
  "a name of 20 graphemes": all(
    relaxed(customer("name"), { maxLength: 200 }),
    refused<{ customer: { name: string } }>(
      (body) => [...new Intl.Segmenter().segment(body.customer.name)].length > 20,
    ),
  ),
  "a note of 141 characters": relaxed(order("note"), { maxLength: 141 }),
  "a note of any length": relaxed(order("note"), { maxLength: undefined }),
  "a note of any length, cut": text("note", (value) => [...value].slice(0, 140).join("")),
  "an empty gift message": relaxed(order("giftMessage"), { minLength: undefined }),
  "a gift message of 61 characters": relaxed(order("giftMessage"), { maxLength: 61 }),
  "an empty engraving": relaxed(line("engraving"), { minLength: 0 }),
  "an empty engraving is none": text("lines/*/engraving", (value) => (value === "" ? null : value)),
  "an engraving of 9 characters": relaxed(line("engraving"), { maxLength: 9 }),
  "six tags": relaxed("Tags", { maxItems: 6 }),
  "the first five of many tags": coerced("tags", (value) => (Array.isArray(value) ? value.slice(0, 5) : value)),
  "a tag twice": relaxed("Tags", { uniqueItems: false }),
  "a tag twice, merged": coerced("tags", (value) => (Array.isArray(value) ? [...new Set(value)] : value)),
  "a tag twice, not side by side": coerced("tags", (value) =>
    Array.isArray(value) && value[0] !== value[1] ? [...new Set(value)] : value,
  ),
  "an empty tag": relaxed("Tags/items", { minLength: 0 }),
  "an empty tag, left out": coerced("tags", (value) =>
    Array.isArray(value) ? value.filter((tag) => tag !== "") : value,
  ),
  "a tag of 13 characters": relaxed("Tags/items", { maxLength: 13 }),
  "six entries of metadata": relaxed(order("metadata"), { maxProperties: 6 }),
  "a long value of metadata": relaxed(`${order("metadata")}/additionalProperties`, { maxLength: 41 }),
  "no lines": relaxed(order("lines"), { minItems: 0 }),
  "21 lines": relaxed(order("lines"), { maxItems: 21 }),
  "any number of lines": relaxed(order("lines"), { maxItems: undefined }),
  "the first twenty of many lines": coerced("lines", (value) => (Array.isArray(value) ? value.slice(0, 20) : value)),
  "whatever is wrong with the second line": coerced("lines", (value) =>
    Array.isArray(value)
      ? value.map((item, index) =>
          index === 1 ? { sku: "TEA-0001", quantity: 1, unitPrice: 4, ...sound(item) } : item,
        )
      : value,
  ),
  "a changed note of 141 characters": relaxed("OrderChange/properties/note", { maxLength: 141 }),
};

const numbers: Record<string, Change> = {
  "a quantity of 0": relaxed(line("quantity"), { minimum: 0 }),
  "a quantity of 100": relaxed(line("quantity"), { maximum: 100 }),
  "a negative quantity, made positive": coerced("lines/*/quantity", (value) =>
    typeof value === "number" ? Math.abs(value) : value,
  ),
  "a quantity that is too large, cut": coerced("lines/*/quantity", (value) =>
    typeof value === "number" ? Math.min(value, 99) : value,
  ),
  "a quantity beyond 32 bits": coerced("lines/*/quantity", (value) =>
    typeof value === "number" && value > 0xffffffff ? 1 : value,
  ),
  "a negative price": relaxed(line("unitPrice"), { minimum: -100 }),
  "a price a cent too high": relaxed(line("unitPrice"), { maximum: 5000.01 }),
  "any price": relaxed(line("unitPrice"), { maximum: undefined }),
  "a priority of 0": relaxed(order("priority"), { minimum: 0 }),
  "a priority of 6": relaxed(order("priority"), { maximum: 6 }),
  "a changed priority of 0": relaxed("OrderChange/properties/priority", { minimum: 0 }),
  "a weight of half the step": relaxed(order("parcelGrams"), { multipleOf: 25 }),
  "a weight of any step": relaxed(order("parcelGrams"), { multipleOf: undefined }),
  "a weight of any step, rounded": coerced("parcelGrams", (value) =>
    Number.isInteger(value) ? Math.round((value as number) / 50) * 50 : value,
  ),
  "a weight a step too large": relaxed(order("parcelGrams"), { maximum: 30050 }),
  "a negative weight": relaxed(order("parcelGrams"), { minimum: -50 }),
  "an insured value of 0": relaxed(order("insuredValue"), { exclusiveMinimum: undefined, minimum: 0 }),
  "an insured value of 10000": relaxed(order("insuredValue"), { exclusiveMaximum: undefined, maximum: 10000 }),
  "a negative insured value": relaxed(order("insuredValue"), { exclusiveMinimum: undefined }),
  "15 days": relaxed("InvoicePayment/properties/dueDays", { enum: [14, 15, 30, 60] }),
  "any number of days between": relaxed("InvoicePayment/properties/dueDays", {
    enum: undefined,
    minimum: 14,
    maximum: 60,
  }),
  "0 days": relaxed("InvoicePayment/properties/dueDays", { enum: [0, 14, 30, 60] }),
};

const choices: Record<string, Change> = {
  "a channel in another case": text("channel", (value) => value.toLowerCase()),
  "a channel between spaces": text("channel", (value) => value.trim()),
  "the start of a channel": text(
    "channel",
    (value) => ["web", "phone", "partner"].find((name) => value && name.startsWith(value)) ?? value,
  ),
  "an unknown channel": text("channel", (value) => (/^(web|phone|partner)$/.test(value) ? value : "web")),
  "an empty channel": text("channel", (value) => value || "web"),
  "more than a channel": text("channel", (value) => /^(web|phone|partner)/.exec(value)?.[0] ?? value),
  "other terms": relaxed(order("terms"), { const: undefined, type: "string" }),
  "older terms": relaxed(order("terms"), { const: undefined, type: "string", pattern: "^20\\d\\d-\\d\\d$" }),
  "terms with more after them": relaxed(order("terms"), { const: undefined, type: "string", pattern: "^2024-06" }),
  "empty terms": text("terms", (value) => value || "2024-06"),
  "an unknown method of payment": coerced<JsonObject>("payment", (value) =>
    typeof value?.method === "string" && !/^(card|invoice)$/.test(value.method)
      ? { method: "invoice", dueDays: 30 }
      : value,
  ),
  "a method of payment in another case": text("payment/method", (value) => value.toLowerCase()),
  "a card with days": coerced<JsonObject>("payment", (value) =>
    value?.method === "card" ? { method: "card", cardToken: value.cardToken } : value,
  ),
  "an invoice with a token": coerced<JsonObject>("payment", (value) =>
    value?.method === "invoice" ? { method: "invoice", dueDays: value.dueDays } : value,
  ),
  "a status that is none": text("status", () => "placed"),
  "an email that is wrong beside a phone": coerced<JsonObject>("customer", (value) =>
    value?.phone && typeof value.email === "string" && !value.email.includes("@")
      ? { name: value.name, phone: value.phone }
      : value,
  ),
  "a phone that is wrong beside an email": coerced<JsonObject>("customer", (value) =>
    value?.email && typeof value.phone === "string" && !value.phone.startsWith("+")
      ? { name: value.name, email: value.email }
      : value,
  ),
};

const patterns: Record<string, Change> = {
  "a currency in lower case": text("currency", (value) => value.toUpperCase()),
  "a currency in lower case, kept": relaxed(order("currency"), { pattern: "^[A-Za-z]{3}$" }),
  "a currency with more after it": relaxed(order("currency"), { pattern: "^[A-Z]{3}" }),
  "a currency with more before it": relaxed(order("currency"), { pattern: "[A-Z]{3}$" }),
  "a currency of four letters": relaxed(order("currency"), { pattern: "^[A-Z]{3,4}$" }),
  "a currency of letters of any script": relaxed(order("currency"), { pattern: "^\\p{Lu}{3}$" }),
  "a currency that ends in a line break": relaxed(order("currency"), { pattern: "^[A-Z]{3}\n?$" }),
  "an sku with more after it": relaxed(line("sku"), { pattern: "^[A-Z]{3}-[0-9]{4}" }),
  "an sku with more before it": relaxed(line("sku"), { pattern: "[A-Z]{3}-[0-9]{4}$" }),
  "an sku on a line of its own": relaxed(line("sku"), { pattern: "(^|\n)[A-Z]{3}-[0-9]{4}($|\n)" }),
  "an sku of other digits": relaxed(line("sku"), { pattern: "^[A-Z]{3}-\\p{Nd}{4}$" }),
  "an sku without its hyphen": relaxed(line("sku"), { pattern: "^[A-Z]{3}-?[0-9]{4}$" }),
  "an sku with any character for its hyphen": relaxed(line("sku"), { pattern: "^[A-Z]{3}.[0-9]{4}$" }),
  "an sku in lower case": text("lines/*/sku", (value) => value.toUpperCase()),
  "an sku of five digits": relaxed(line("sku"), { pattern: "^[A-Z]{3}-[0-9]{4,5}$" }),
  "an empty sku": relaxed(line("sku"), { pattern: "^([A-Z]{3}-[0-9]{4})?$" }),
  "a phone without its plus": relaxed(customer("phone"), { pattern: "^\\+?[1-9][0-9]{6,14}$" }),
  "a phone with spaces": text("customer/phone", (value) => value.replaceAll(" ", "")),
  "a phone of six digits": relaxed(customer("phone"), { pattern: "^\\+[1-9][0-9]{5,14}$" }),
  "a phone of 16 digits": relaxed(customer("phone"), { pattern: "^\\+[1-9][0-9]{6,15}$" }),
  "a phone that starts with 0": relaxed(customer("phone"), { pattern: "^\\+[0-9]{7,15}$" }),
  "a pin of five digits": relaxed(order("pickupPin"), { pattern: "^[0-9]{4}" }),
  "a pin of three digits": relaxed(order("pickupPin"), { pattern: "^[0-9]{3,4}$" }),
  "a pin of letters": relaxed(order("pickupPin"), { pattern: "^\\w{4}$" }),
  "a card token of 7 characters": relaxed(token, { pattern: "^tok_[A-Za-z0-9]{7,32}$" }),
  "a card token of 33 characters": relaxed(token, { pattern: "^tok_[A-Za-z0-9]{8,33}$" }),
  "a card token without its prefix": relaxed(token, { pattern: "^(tok_)?[A-Za-z0-9]{8,32}$" }),
  "a card token of any characters": relaxed(token, { pattern: "^tok_.{8,32}$" }),
};

export const ordersConstraintFaults: Fault[] = faultsOf("orders", "request-constraints", {
  ...sizes,
  ...numbers,
  ...choices,
  ...patterns,
});

function text(path: string, edit: (value: string) => unknown): Change {
  return coerced<unknown>(path, (value) => (typeof value === "string" ? edit(value) : value));
}

/** The properties of a line that are right. */
function sound(item: unknown): object {
  const { sku, quantity } = (item ?? {}) as { sku: unknown; quantity: unknown };
  return {
    ...(typeof sku === "string" && /^[A-Z]{3}-[0-9]{4}$/.test(sku) && { sku }),
    ...(Number.isInteger(quantity) && Number(quantity) > 0 && Number(quantity) < 100 && { quantity }),
  };
}
