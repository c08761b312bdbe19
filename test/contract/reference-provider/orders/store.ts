import type { Order } from "./order.ts";

const most = 2000;

/** Orders in memory: the documented ones, which stay, and the newest of the others. */
export class OrderStore {
  private readonly orders = new Map<string, Order>();
  private readonly documented = new Set<string>();

  constructor(documented: Order[]) {
    for (const order of documented) {
      this.documented.add(order.id);
      this.put(order);
    }
  }

  /** UUIDs are the same in either case. */
  find(id: string): Order | undefined {
    return this.orders.get(id.toLowerCase());
  }

  /** Adds an order or puts it in the place of the one with its id. */
  put(order: Order): void {
    this.orders.set(order.id, order);
    if (this.orders.size <= most) return;
    const oldest = [...this.orders.keys()].find((id) => !this.documented.has(id));
    if (oldest !== undefined) this.orders.delete(oldest);
  }

  delete(order: Order): void {
    this.orders.delete(order.id);
  }

  /** The oldest first. */
  all(): Order[] {
    return [...this.orders.values()];
  }
}

/** The first answers by idempotency key. */
export class Answered<T> {
  private readonly answers = new Map<string, { request: string; answer: T }>();

  /** The answer that the key got earlier, and whether it was to the same request. */
  earlier(key: string | undefined, request: string): { answer: T; same: boolean } | undefined {
    const found = key === undefined ? undefined : this.answers.get(key);
    return found && { answer: found.answer, same: found.request === request };
  }

  remember(key: string | undefined, request: string, answer: T): void {
    if (key === undefined) return;
    this.answers.set(key, { request, answer });
    const [oldest] = this.answers.keys();
    if (this.answers.size > most && oldest !== undefined) this.answers.delete(oldest);
  }
}
