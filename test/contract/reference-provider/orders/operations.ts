import { type Answer, headerOf, json, Refusal } from "../core/message.ts";
import type { Call } from "../core/provider.ts";
import { changed, type NewOrder, type Order, placed } from "./order.ts";
import { Answered, OrderStore } from "./store.ts";

/** What each operation of the document does, by its operationId. */
export function operations(documented: Order[]): Record<string, (call: Call) => Answer> {
  const store = new OrderStore(documented);
  const answered = new Answered<Order>();

  function placeOrder({ request, body }: Call): Answer {
    const key = headerOf(request, "Idempotency-Key");
    const asked = JSON.stringify(body);
    const earlier = answered.earlier(key, asked);
    if (earlier && !earlier.same) throw new Refusal(409, "The idempotency key was used for another order.");
    const order = earlier?.answer ?? placed(body as NewOrder);
    if (!earlier) store.put(order);
    answered.remember(key, asked, order);
    return json(201, order, [["Location", `/v1/orders/${order.id}`]]);
  }

  function listOrders({ parameters }: Call): Answer {
    const { sort, limit = 20 } = parameters as { sort?: string; limit?: number };
    const fitting = store.all().filter((order) => fits(order, parameters));
    if (sort === "newest") fitting.reverse();
    return json(200, { orders: fitting.slice(0, limit), limit, more: fitting.length > limit });
  }

  function changeOrder(call: Call): Answer {
    const order = changed(named(call), call.body as object);
    store.put(order);
    return json(200, order);
  }

  function deleteOrder(call: Call): Answer {
    const order = named(call);
    if (order.status === "shipped") throw new Refusal(409, "The order was shipped already.");
    store.delete(order);
    return { status: 204, headers: [] };
  }

  function named({ parameters }: Call): Order {
    const order = store.find(parameters.orderId as string);
    if (!order) throw new Refusal(404, "No order has this id.");
    return order;
  }

  return { placeOrder, listOrders, readOrder: (call) => json(200, named(call)), changeOrder, deleteOrder };
}

function fits(order: Order, parameters: Record<string, unknown>): boolean {
  const { channel, status, tag, gift, placedFrom } = parameters as {
    channel: string;
    status?: string[];
    tag?: string[];
    gift?: boolean;
    placedFrom?: string;
  };
  return (
    order.channel === channel &&
    (status === undefined || status.includes(order.status)) &&
    (tag === undefined || tag.every((name) => order.tags.includes(name))) &&
    (gift === undefined || (order.gift ?? false) === gift) &&
    (placedFrom === undefined || order.placedAt >= placedFrom)
  );
}
