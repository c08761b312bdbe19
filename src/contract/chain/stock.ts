import type { Exchange } from "../http/client.ts";
import { type AliveOptions, createAlive } from "./alive.ts";
import { createAttempts } from "./attempts.ts";
import type { Maker } from "./maker.ts";
import type { Resource } from "./resource.ts";
import type { OrWhy, Thing, ThingCount } from "./thing.ts";

/** Whether the value that identifies a thing is of use. */
type Accepts = (value: unknown) => boolean;

/** What a stock may do. */
export interface StockOptions extends AliveOptions {
  /** Whether operations that change something may be called. */
  mayCreate: boolean;
}

/** How a thing is to be. */
export interface Wish {
  /** Whether one that exists already is as good. */
  mayFind: boolean;
  /** Whether others may have it too. */
  isReused: boolean;
  /** Whether it may have more than the least that it needs. @default false */
  isVaried?: boolean;
}

/** The things that a run made or found. */
export interface Stock {
  take(resource: Resource, accepts: Accepts, wish: Wish): Promise<OrWhy<Thing>>;
  /** Makes a thing and deletes it. */
  takeDeleted(resource: Resource, accepts: Accepts): Promise<OrWhy<Thing>>;
  noteGone(thing: Thing): void;
  /** Notes what a test case made of an operation that makes such things. */
  noteMade(resource: Resource, operation: string, exchanges: readonly Exchange[]): void;
  /** Deletes what nobody needs any more, where much of it has gathered. */
  trim(): Promise<void>;
  /** Deletes all that can be deleted. */
  clear(): Promise<void>;
  readonly count: ThingCount;
}

/** An empty stock. */
export function createStock(options: StockOptions, maker: Maker): Stock {
  const { mayCreate, maxThings, resolve } = options;
  const attempts = createAttempts();
  const alive = createAlive(options, maker, attempts);
  const found = new Map<string, Thing[]>();
  /** The values of each kind of thing that was made; undefined once they repeat. */
  const values = new Map<string, Set<string> | undefined>();
  /** What is being made, for two kinds of things may need each other. */
  const making = new Set<Resource>();

  const make = async (resource: Resource, accepts: Accepts, isVaried = false): Promise<OrWhy<Thing>> => {
    if (making.has(resource)) return { why: `making a ${resource.noun} takes another ${resource.noun}` };
    if (!mayCreate) return { why: `making a ${resource.noun} takes --allow-create` };
    if (maxThings !== undefined) {
      await alive.makeRoom(maxThings - 1);
      if (alive.size >= maxThings) return { why: `${alive.size} things that the run made are alive (--max-things)` };
    }
    return attempts.try(`make ${resource.key}`, async () => {
      making.add(resource);
      const made = await maker.make(resource, accepts, resolve, isVaried).finally(() => making.delete(resource));
      if ("got" in made) {
        alive.add(made.got);
        noteValues(made.got);
      }
      return made;
    });
  };
  const noteValues = ({ resource: { key }, values: own }: Thing) => {
    const text = JSON.stringify(own);
    const known = values.has(key) ? values.get(key) : new Set<string>();
    values.set(key, known?.has(text) ? undefined : known?.add(text));
  };
  const find = async (resource: Resource, accepts: Accepts, isReused: boolean): Promise<OrWhy<Thing>> => {
    const known = found.get(resource.key);
    if (!known) {
      const things = await attempts.try(`find ${resource.key}`, () => maker.find(resource, accepts, resolve));
      if ("why" in things) return things;
      found.set(resource.key, things.got);
    }
    const usable = (found.get(resource.key) ?? []).filter(({ isAlive }) => isAlive);
    const [first] = usable;
    if (!first) return { why: `no ${resource.noun} of the list is left` };
    found.set(resource.key, isReused ? usable : usable.slice(1));
    return { got: first };
  };

  return {
    async take(resource, accepts, { mayFind, isReused, isVaried }) {
      const made = resource.creators.length > 0 ? await make(resource, accepts, isVaried) : undefined;
      if (made && "got" in made) return made;
      if (!mayFind || resource.finders.length === 0) return made ?? { why: `no operation makes a ${resource.noun}` };
      const other = await find(resource, accepts, isReused);
      return "got" in other ? other : (made ?? other);
    },
    async takeDeleted(resource, accepts) {
      let made = await make(resource, accepts);
      if ("got" in made && values.get(resource.key)?.size === 1) made = await make(resource, accepts);
      if ("why" in made) return made;
      // A mock that knows one thing alone cannot lose it.
      if (!values.get(resource.key))
        return { why: `${made.got.source} gives every ${resource.noun} the same identifier` };
      const removed = await alive.remove(made.got);
      if ("why" in removed) return removed;
      const isPromised = removed.got === 202;
      return isPromised ? { why: `${resource.deleter?.id} answered 202, so that it may take a while` } : made;
    },
    noteGone: alive.noteGone,
    noteMade(resource, id, exchanges) {
      const operation = resource.creators.find((creator) => creator.id === id);
      for (const exchange of operation ? exchanges : []) {
        const status = exchange.response?.status ?? 0;
        if (!operation || status < 200 || status > 299 || exchange.request.method !== operation.method) continue;
        const [thing] = maker.read(resource, operation, exchange, () => true);
        if (thing) alive.add({ ...thing, isByCase: true });
      }
    },
    trim: alive.trim,
    clear: alive.clear,
    get count() {
      return alive.count;
    },
  };
}
