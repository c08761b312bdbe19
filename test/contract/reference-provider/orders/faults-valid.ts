import { refused, turnedAway } from "../change.ts";
import { headerOf } from "../core/message.ts";
import { type Change, type Fault, faultsOf } from "../fault.ts";
import type { NewOrder } from "./order.ts";

/** The properties of a request by the types that the document gives them. */
interface Body extends NewOrder {
  currency: string;
  lines: { sku: string; quantity: number; unitPrice: number; engraving?: string | null }[];
  giftMessage?: string;
  metadata?: Record<string, string>;
  requestedAt?: string;
  deliverOn?: string;
  callbackUrl?: string;
  couponId?: string;
  priority?: number;
  parcelGrams?: number;
  insuredValue?: number;
}

/** What keeps the document, and is refused all the same. */
export const ordersValidFaults: Fault[] = faultsOf("orders", "valid-refused", {
  "a name of 20 characters, counted in UTF-16": placed(({ customer }) => customer.name.length > 20),
  "a name of 20 characters, counted in bytes": placed(({ customer }) => Buffer.byteLength(customer.name) > 20),
  "a name of exactly 20 characters": placed(({ customer }) => [...customer.name].length === 20),
  "a name of one character": placed(({ customer }) => [...customer.name].length === 1),
  "a name of one word": placed(({ customer }) => !customer.name.includes(" ")),
  "a name with an apostrophe or a hyphen": placed(({ customer }) => /['-]/.test(customer.name)),
  "a name of another script": placed(({ customer }) => /[\u0400-\uffff]/.test(customer.name)),
  "a name of spaces": placed(({ customer }) => customer.name.trim() === ""),
  "a name of digits": placed(({ customer }) => /^\d+$/.test(customer.name)),
  "a customer without a phone": placed(({ customer }) => customer.phone === undefined),
  "a customer without an email": placed(({ customer }) => customer.email === undefined),
  "a customer with an email and a phone": placed(({ customer }) => Boolean(customer.email && customer.phone)),
  "an unknown property of the customer": placed(({ customer }) =>
    Object.keys(customer).some((name) => !/^(name|email|phone)$/.test(name)),
  ),
  "an email with a plus": placed(({ customer }) => customer.email?.includes("+")),
  "an email in capitals": placed(({ customer }) => customer.email !== customer.email?.toLowerCase()),
  "an email of a long top level domain": placed(({ customer }) => /\.[a-z]{5,}$/i.test(customer.email ?? "")),
  "an email of a subdomain": placed(({ customer }) => (customer.email?.split(".").length ?? 0) > 2),
  "an email with a rare character": placed(({ customer }) => /[!#$%&'*/=?^`{|}~]/.test(customer.email ?? "")),
  "a phone of seven digits": placed(({ customer }) => customer.phone?.length === 8),
  "a phone of 15 digits": placed(({ customer }) => customer.phone?.length === 16),
  "the channel phone": placed(({ channel }) => channel === "phone"),
  "the channel partner": placed(({ channel }) => channel === "partner"),
  "an unknown currency": placed(({ currency }) => !/^(EUR|USD|GBP)$/.test(currency)),
  "no note": placed(({ note }) => note === undefined),
  "a note of null": placed(({ note }) => note === null),
  "an empty note": placed(({ note }) => note === ""),
  "a note of exactly 140 characters": placed(({ note }) => [...(note ?? "")].length === 140),
  "a note of more than 140 UTF-16 units": placed(({ note }) => (note?.length ?? 0) > 140),
  "a note of several lines": placed(({ note }) => note?.includes("\n")),
  "no gift": placed(({ gift }) => gift === undefined),
  "a gift that is false": placed(({ gift }) => gift === false),
  "a giftMessage beside a gift that is false": placed(
    ({ gift, giftMessage }) => gift === false && giftMessage !== undefined,
  ),
  "a gift without a giftMessage": placed(({ gift, giftMessage }) => gift === true && giftMessage === undefined),
  "a giftMessage of one character": placed(({ giftMessage }) => giftMessage?.length === 1),
  "a giftMessage of 60 characters": placed(({ giftMessage }) => [...(giftMessage ?? "")].length === 60),
  "no tags": placed(({ tags }) => tags?.length === 0),
  "tags that are missing": placed(({ tags }) => tags === undefined),
  "five tags": placed(({ tags }) => tags?.length === 5),
  "tags that differ in their case": placed(
    ({ tags }) => new Set(tags?.map((tag) => tag.toLowerCase())).size < (tags?.length ?? 0),
  ),
  "tags that differ in their white space": placed(
    ({ tags }) => new Set(tags?.map((tag) => tag.trim())).size < (tags?.length ?? 0),
  ),
  "tags that are not in order": placed(({ tags }) => tags?.join() !== tags?.toSorted().join()),
  "a tag of 12 characters": placed(({ tags }) => tags?.some((tag) => [...tag].length === 12)),
  "a tag with a comma": placed(({ tags }) => tags?.some((tag) => tag.includes(","))),
  "empty metadata": placed(({ metadata }) => metadata && Object.keys(metadata).length === 0),
  "five entries of metadata": placed(({ metadata }) => Object.keys(metadata ?? {}).length === 5),
  "an empty value of metadata": placed(({ metadata }) => Object.values(metadata ?? {}).includes("")),
  "a name of metadata that is no word": placed(({ metadata }) =>
    Object.keys(metadata ?? {}).some((name) => !/^\w+$/.test(name)),
  ),
  "a name of metadata that objects have": placed(
    ({ metadata }) => Object.keys(metadata ?? {}).some((name) => name in {}),
    500,
  ),
  "20 lines": placed(({ lines }) => lines.length === 20),
  "the same line twice": placed(({ lines }) => new Set(lines.map(({ sku }) => sku)).size < lines.length, 409),
  "a quantity of 1": placed(({ lines }) => lines.some(({ quantity }) => quantity === 1)),
  "a quantity of 99": placed(({ lines }) => lines.some(({ quantity }) => quantity === 99)),
  "a price of 0": placed(({ lines }) => lines.some(({ unitPrice }) => unitPrice === 0)),
  "a price of 5000": placed(({ lines }) => lines.some(({ unitPrice }) => unitPrice === 5000)),
  "a price of three decimals": placed(({ lines }) =>
    lines.some(({ unitPrice }) => Math.abs(unitPrice * 100 - Math.round(unitPrice * 100)) > 1e-6),
  ),
  "a price that is no integer": placed(({ lines }) => lines.some(({ unitPrice }) => !Number.isInteger(unitPrice))),
  "an engraving of null": placed(({ lines }) => lines.some(({ engraving }) => engraving === null)),
  "an engraving of 8 characters": placed(({ lines }) =>
    lines.some(({ engraving }) => [...(engraving ?? "")].length === 8),
  ),
  "an engraving of more than 8 UTF-16 units": placed(({ lines }) =>
    lines.some(({ engraving }) => (engraving?.length ?? 0) > 8),
  ),
  "an sku of zeros": placed(({ lines }) => lines.some(({ sku }) => sku.endsWith("0000"))),
  "an invoice of 14 days": placed(({ payment }) => payment.dueDays === 14),
  "an invoice of 60 days": placed(({ payment }) => payment.dueDays === 60),
  "a card": placed(({ payment }) => payment.method === "card"),
  "a card token of 12 characters": placed(({ payment }) => payment.cardToken?.length === 12),
  "a card token of 36 characters": placed(({ payment }) => payment.cardToken?.length === 36),
  "a priority of 1": placed(({ priority }) => priority === 1),
  "a priority of 5": placed(({ priority }) => priority === 5),
  "a weight of 0": placed(({ parcelGrams }) => parcelGrams === 0),
  "a weight of 30000": placed(({ parcelGrams }) => parcelGrams === 30000),
  "a small insured value": placed(({ insuredValue }) => insuredValue !== undefined && insuredValue < 1),
  "an insured value just below 10000": placed(({ insuredValue }) => insuredValue !== undefined && insuredValue > 9999),
  "a pin of zeros": placed(({ pickupPin }) => pickupPin !== undefined && Number(pickupPin) === 0),
  "the 29th of February of a leap year": placed(({ deliverOn }) => deliverOn?.endsWith("02-29")),
  "the 31st of a month": placed(({ deliverOn }) => deliverOn?.endsWith("-31")),
  "a date of the past": placed(({ deliverOn }) => deliverOn !== undefined && deliverOn < "2000"),
  "a date of the far future": placed(({ deliverOn }) => deliverOn !== undefined && deliverOn > "2100"),
  "a time in UTC": placed(({ requestedAt }) => requestedAt?.endsWith("Z")),
  "a time with an offset": placed(({ requestedAt }) => /[+-]\d\d:\d\d$/.test(requestedAt ?? "")),
  "a time with a negative offset": placed(({ requestedAt }) => /-\d\d:\d\d$/.test(requestedAt ?? "")),
  "a time with a fraction": placed(({ requestedAt }) => requestedAt?.includes(".")),
  "a time with more than three digits of fraction": placed(({ requestedAt }) => /\.\d{4}/.test(requestedAt ?? "")),
  "a time in lower case": placed(({ requestedAt }) => /[tz]/.test(requestedAt ?? "")),
  "a coupon in capitals": placed(({ couponId }) => couponId !== couponId?.toLowerCase()),
  "a coupon of zeros": placed(({ couponId }) => couponId?.startsWith("00000000-0000")),
  "a coupon of another version than 4": placed(({ couponId }) => couponId !== undefined && couponId[14] !== "4"),
  "a URI with a port": placed(({ callbackUrl }) => /:\d+/.test(callbackUrl ?? "")),
  "a URI with a query": placed(({ callbackUrl }) => callbackUrl?.includes("?")),
  "a URI with a fragment": placed(({ callbackUrl }) => callbackUrl?.includes("#")),
  "a URI that is not of the web": placed(
    ({ callbackUrl }) => callbackUrl !== undefined && !/^https?:/.test(callbackUrl),
  ),
  "a URI of an address": placed(({ callbackUrl }) => /\/\/(\d|\[)/.test(callbackUrl ?? "")),
  "a URI with an encoded character": placed(({ callbackUrl }) => callbackUrl?.includes("%")),
  "a change of one property": changed((body) => Object.keys(body).length === 1),
  "a change of every property": changed((body) => Object.keys(body).length === 4),
  "a changed note of null": changed(({ note }) => note === null),
  "a changed note that is empty": changed(({ note }) => note === ""),
  "a changed date of null": changed(({ deliverOn }) => deliverOn === null),
  "changed tags that are none": changed(({ tags }) => tags?.length === 0),
  "an idempotency key of 8 characters": key((value) => value.length === 8),
  "an idempotency key of 64 characters": key((value) => value.length === 64),
  "an idempotency key that is no UUID": key((value) => !/^[0-9a-f-]{36}$/i.test(value)),
  "an idempotency key with punctuation": key((value) => /[^\w-]/.test(value)),
  "no idempotency key": turnedAway(
    (request) => request.method === "POST" && headerOf(request, "Idempotency-Key") === undefined,
    400,
  ),
});

function placed(test: (body: Body) => unknown, status?: number): Change {
  return refused<Body>((body, { method }) => method === "post" && Boolean(test(body)), status);
}

function changed(
  test: (body: { note?: string | null; deliverOn?: string | null; tags?: string[] }) => unknown,
): Change {
  return refused<object>((body, { method }) => method === "patch" && Boolean(test(body)));
}

function key(test: (value: string) => boolean): Change {
  return turnedAway((request) => {
    const value = headerOf(request, "Idempotency-Key");
    return value !== undefined && test(value);
  }, 422);
}
