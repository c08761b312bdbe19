import type { Exchange } from "../http/client.ts";
import { createAttempts } from "./attempts.ts";
import type { Maker, Resolve } from "./maker.ts";
import type { Resource } from "./resource.ts";
import type { OrWhy, Thing, ThingCount } from "./thing.ts";

/** Whether the value that identifies a thing is of use. */
type Accepts = (value: unknown) => boolean;

/** What a stock may do. */
export interface StockOptions {
  /** Whether operations that change something may be called. */
  mayCreate: boolean;
  /** Things that may be alive at the same time; undefined for any number. */
  maxThings: number | undefined;
  /** Whether others still need the thing. */
  isInUse(thing: Thing): boolean;
  resolve: Resolve;
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

/** Things that nobody needs are deleted when there are so many, so that neither a server nor memory fills up. */
const maxIdle = 200;

/** An empty stock. */
export function createStock({ mayCreate, maxThings, isInUse, resolve }: StockOptions, maker: Maker): Stock {
  const alive = new Set<Thing>();
  const count = { made: 0, deleted: 0 };
  const attempts = createAttempts();
  const found = new Map<string, Thing[]>();
  /** The values of each kind of thing that was made; undefined once they repeat. */
  const values = new Map<string, Set<string> | undefined>();
  /** What is being made, for two kinds of things may need each other. */
  const making = new Set<Resource>();

  const add = (thing: Thing) => {
    count.made++;
    // What cannot be deleted counts, but a test case makes it with or without chains.
    if (thing.resource.deleter || !thing.isByCase) alive.add(thing);
  };
  const remove = (thing: Thing) =>
    attempts.try(deletionOf(thing), async () => {
      const removed = await maker.remove(thing, resolve);
      if ("why" in removed) return removed;
      const isGone = removed.got < 300 || removed.got === 404 || removed.got === 410;
      if (!isGone) return { why: `${thing.resource.deleter?.id} answered ${removed.got}` };
      noteGone(thing);
      return removed;
    });
  const noteGone = (thing: Thing) => {
    thing.isAlive = false;
    if (alive.delete(thing)) count.deleted++;
  };
  let trimAt = maxIdle;
  const makeRoom = async (most: number) => {
    for (const thing of alive) {
      if (alive.size <= most) return;
      if (thing.resource.deleter && !isInUse(thing)) await remove(thing);
    }
  };
  const make = async (resource: Resource, accepts: Accepts, isVaried = false): Promise<OrWhy<Thing>> => {
    if (making.has(resource)) return { why: `making a ${resource.noun} takes another ${resource.noun}` };
    if (!mayCreate) return { why: `making a ${resource.noun} takes --allow-create` };
    if (maxThings !== undefined) {
      await makeRoom(maxThings - 1);
      if (alive.size >= maxThings) return { why: `${alive.size} things that the run made are alive (--max-things)` };
    }
    return attempts.try(`make ${resource.key}`, async () => {
      making.add(resource);
      const made = await maker.make(resource, accepts, resolve, isVaried).finally(() => making.delete(resource));
      if ("got" in made) {
        add(made.got);
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
      const removed = await remove(made.got);
      if ("why" in removed) return removed;
      const isPromised = removed.got === 202;
      return isPromised ? { why: `${resource.deleter?.id} answered 202, so that it may take a while` } : made;
    },
    noteGone,
    noteMade(resource, id, exchanges) {
      const operation = resource.creators.find((creator) => creator.id === id);
      for (const exchange of operation ? exchanges : []) {
        const status = exchange.response?.status ?? 0;
        if (!operation || status < 200 || status > 299 || exchange.request.method !== operation.method) continue;
        const [thing] = maker.read(resource, operation, exchange, () => true);
        if (thing) add({ ...thing, isByCase: true });
      }
    },
    async trim() {
      if (alive.size <= trimAt) return;
      await makeRoom(maxIdle / 2);
      // What stays for good is counted, and need not be remembered where it sets no limit.
      const isLost = (thing: Thing) => thing.isByCase && attempts.hasGivenUp(deletionOf(thing));
      if (maxThings === undefined) for (const thing of alive) if (isLost(thing)) alive.delete(thing);
      trimAt = Math.max(maxIdle, alive.size + maxIdle / 2);
    },
    async clear() {
      for (const thing of [...alive].reverse()) if (thing.resource.deleter) await remove(thing);
    },
    get count() {
      return { ...count, left: count.made - count.deleted };
    },
  };
}

function deletionOf({ resource }: Thing): string {
  return `delete ${resource.key}`;
}
