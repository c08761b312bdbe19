import type { Attempts } from "./attempts.ts";
import type { Maker, Resolve } from "./maker.ts";
import type { OrWhy, Thing, ThingCount } from "./thing.ts";

/** What deleting things depends on. */
export interface AliveOptions {
  /** Things that may be alive at the same time; undefined for any number. */
  maxThings: number | undefined;
  /** Whether others still need the thing. */
  isInUse(thing: Thing): boolean;
  resolve: Resolve;
}

/** The things of a run that are alive. */
export interface Alive {
  readonly size: number;
  readonly count: ThingCount;
  add(thing: Thing): void;
  noteGone(thing: Thing): void;
  /** Deletes a thing. The status of the response, or why it is still there. */
  remove(thing: Thing): Promise<OrWhy<number>>;
  /** Deletes what nobody needs, the oldest first, until so many are left. */
  makeRoom(most: number): Promise<void>;
  /** Deletes what nobody needs, where much of it has gathered. */
  trim(): Promise<void>;
  /** Deletes all that can be deleted, the newest first. */
  clear(): Promise<void>;
}

/** Things that nobody needs are deleted when there are so many, so that neither a server nor memory fills up. */
const maxIdle = 200;

/** Nothing is alive yet. */
export function createAlive(
  { maxThings, isInUse, resolve }: AliveOptions,
  maker: Pick<Maker, "remove">,
  attempts: Attempts,
): Alive {
  const things = new Set<Thing>();
  const count = { made: 0, deleted: 0 };
  let trimAt = maxIdle;

  const noteGone = (thing: Thing) => {
    thing.isAlive = false;
    if (things.delete(thing)) count.deleted++;
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
  const makeRoom = async (most: number) => {
    for (const thing of things) {
      if (things.size <= most) return;
      if (thing.resource.deleter && !isInUse(thing)) await remove(thing);
    }
  };
  return {
    get size() {
      return things.size;
    },
    get count() {
      return { ...count, left: count.made - count.deleted };
    },
    add(thing) {
      count.made++;
      // What cannot be deleted counts, but a test case makes it with or without chains.
      if (thing.resource.deleter || !thing.isByCase) things.add(thing);
    },
    noteGone,
    remove,
    makeRoom,
    async trim() {
      if (things.size <= trimAt) return;
      await makeRoom(maxIdle / 2);
      // What stays for good is counted, and need not be remembered where it sets no limit.
      const isLost = (thing: Thing) => thing.isByCase && attempts.hasGivenUp(deletionOf(thing));
      if (maxThings === undefined) for (const thing of things) if (isLost(thing)) things.delete(thing);
      trimAt = Math.max(maxIdle, things.size + maxIdle / 2);
    },
    async clear() {
      for (const thing of [...things].reverse()) if (thing.resource.deleter) await remove(thing);
    },
  };
}

function deletionOf({ resource }: Thing): string {
  return `delete ${resource.key}`;
}
