import { readablePath } from "../../openapi/pointer.ts";
import type { Location } from "./locate.ts";

/** A value that may stand at a location, and what is said of it. */
export interface Candidate {
  value: unknown;
  /** What it is, after the name of the location, as in: is one character too long. */
  about: string;
  /** Unique among the candidates of a location. */
  name: string;
  /** Whether sensible servers disagree about it. */
  disputed?: boolean;
  /** How the value is written, where JSON has several ways. */
  raw?: string;
}

/** A candidate that its value says all about. */
export function candidateOf(name: string, value: unknown): Candidate {
  return { name, value, about: `is ${shown(value)}` };
}

/** `name` is one character too long. */
export function titleOf({ path }: Pick<Location, "path">, { about }: Candidate): string {
  return `${quote(readablePath(path))} ${about}`;
}

function quote(location: string): string {
  return location === "the body" ? location : `\`${location}\``;
}

/** A value in a title: JSON, cut where it is long. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "absent";
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
