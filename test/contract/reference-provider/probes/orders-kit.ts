/** Sends an order, or a change of the documented one. */
export interface Senders {
  place: (body: object) => Buffer;
  change: (body: unknown) => Buffer;
}

/** A request of the required properties alone. */
export const least = {
  channel: "phone",
  currency: "GBP",
  terms: "2024-06",
  customer: { name: "Bo", phone: "+441632960123" },
  lines: [{ sku: "TEA-0001", quantity: 1, unitPrice: 4 }],
  payment: { method: "invoice", dueDays: 30 },
};

type Body = Record<string, unknown>;

export const [line] = least.lines;
export const other = "3f0c9a34-6f0e-4a6e-8f4e-0b6f6f1f9c55";
export const card = { method: "card", cardToken: "tok_00000000" };

/** Makers of orders that differ from the least one in one thing. */
export function orderKit(place: Senders["place"]) {
  const bodies = (...all: object[]) => all.map((body) => place(body));
  const varied = (name: string, ...values: unknown[]) =>
    bodies(...values.map((value) => ({ ...least, [name]: value })));
  const customer = (...all: Body[]) => varied("customer", ...all.map((parts) => ({ ...least.customer, ...parts })));
  const lines = (...all: Body[]) => varied("lines", ...all.map((parts) => [{ ...line, ...parts }]));
  const payment = (...all: Body[]) => varied("payment", ...all);
  const more = (...all: Body[]) => bodies(...all.map((parts) => ({ ...least, ...parts })));
  const many = (length: number) => Array.from({ length }, (_none, index) => `t${index}`);
  const entries = (length: number) => Object.fromEntries(many(length).map((name) => [name, ""]));
  const days = (...all: unknown[]) => payment(...all.map((dueDays) => ({ method: "invoice", dueDays })));
  const tokens = (...all: string[]) => payment(...all.map((cardToken) => ({ method: "card", cardToken })));

  return { varied, customer, lines, payment, more, many, entries, days, tokens };
}
