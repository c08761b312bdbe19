import type { Link } from "../../openapi/link.ts";
import type { Operation } from "../../openapi/operation.ts";
import type { ThingPath } from "./thing-path.ts";

/** A kind of thing that paths name: what `/things/{thingId}` stands for. */
export interface Resource extends ThingPath {
  /** What it is, in a word: `thing`. */
  noun: string;
  /** What it is part of; undefined where its path has no other parameter. */
  parent: Resource | undefined;
  /** The operations whose success makes one, the likeliest first. */
  creators: Operation[];
  /** The safe operations whose response names some. */
  finders: Operation[];
  /** The operation that deletes one. */
  deleter: Operation | undefined;
}

/** The things that a document's operations are about. */
export interface Resources {
  /** The things that a path names, the outermost first. */
  along(path: string): Resource[];
  /** The kind of that noun, if its things can be had. */
  named(noun: string): Resource | undefined;
  /** What a success of the operation makes. */
  madeBy(operation: Pick<Operation, "id">): Resource | undefined;
  /** What the operation lists. */
  listedBy(operation: Pick<Operation, "id">): Resource | undefined;
  /** The operation that a link leads to. */
  targetOf(link: Link): Operation | undefined;
  /** The links to an operation, and what their sources make or name. */
  linksTo(operation: string): Linking[];
  /** Whether the path is that of a list of things rather than of an action on one. */
  isCollection(path: string): boolean;
}

/** A link, and the kind of thing that its source makes or names. */
export interface Linking {
  link: Link;
  resource: Resource;
}

/** Whether a thing of that kind can be had at all. */
export function isObtainable({ creators, finders }: Resource): boolean {
  return creators.length > 0 || finders.length > 0;
}
