import type { ThingIds } from "./read-things.ts";
import type { Resource } from "./resource.ts";

/** A thing on the server. */
export interface Thing extends ThingIds {
  resource: Resource;
  /** The operation that gave it. */
  source: string;
  /** Whether the run made it, rather than finding it. */
  isOurs: boolean;
  /** Whether a test case made it, rather than the chains. */
  isByCase: boolean;
  /** Whether it is still there, as far as is known. */
  isAlive: boolean;
  /** Whether a test case has sent anything about it that may change it. */
  isTouched: boolean;
}

/** Something that was asked for, or in words why it cannot be had. */
export type OrWhy<T> = { got: T } | { why: string };

/** How many things a run made, deleted, and left. */
export interface ThingCount {
  made: number;
  deleted: number;
  left: number;
}
