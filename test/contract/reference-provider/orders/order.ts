import { randomUUID } from "node:crypto";

/** A request body that satisfies `NewOrder`. */
export interface NewOrder {
  channel: string;
  customer: { name: string; email?: string; phone?: string };
  lines: { quantity: number; unitPrice: number }[];
  payment: { method: string; dueDays?: number; cardToken?: string };
  note?: string | null;
  gift?: boolean;
  tags?: string[];
  pickupPin?: string;
  status?: string;
  [echoed: string]: unknown;
}

/** An order as the document shows it. */
export interface Order extends Omit<NewOrder, "pickupPin" | "status"> {
  id: string;
  status: string;
  placedAt: string;
  total: number;
  note: string | null;
  tags: string[];
}

/** The order that a request asks for: all that it says, and what the provider knows. */
export function placed(requested: NewOrder): Order {
  const { status: _readOnly, pickupPin: _writeOnly, customer, payment, ...echoed } = requested;
  const { cardToken: _secret, ...shownPayment } = payment;
  return {
    note: null,
    tags: [],
    ...echoed,
    customer: shownCustomer(customer),
    payment: shownPayment,
    id: randomUUID(),
    status: "placed",
    placedAt: new Date().toISOString(),
    total: total(requested.lines),
  };
}

/** An order with what `OrderChange` names. */
export function changed(order: Order, changes: { deliverOn?: string | null }): Order {
  const { deliverOn, ...result } = { ...order, ...changes };
  return deliverOn === undefined || deliverOn === null ? result : { ...result, deliverOn };
}

/** Leaves out the further properties that a request may have. */
function shownCustomer({ name, email, phone }: NewOrder["customer"]): NewOrder["customer"] {
  return { name, ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) };
}

function total(lines: NewOrder["lines"]): number {
  const sum = lines.reduce((all, { quantity, unitPrice }) => all + quantity * unitPrice, 0);
  return Math.round(sum * 100) / 100;
}
