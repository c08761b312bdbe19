import { placeOf } from "../../openapi/pointer.ts";
import type { Location } from "./locate.ts";

/** A value that may stand at a place, and what is said of it. */
export interface Candidate {
  value: unknown;
  /** What it is, after the name of the place, as in: is one character too long. */
  about: string;
  /** Unique among the candidates of a place. */
  name: string;
  /** Whether sensible servers disagree about it. */
  disputed?: boolean;
  /** How the value is written, where JSON has several ways. */
  raw?: string;
}

/** `name` is one character too long. */
export function titleOf({ path }: Pick<Location, "path">, { about }: Candidate): string {
  return `${quote(placeOf(path))} ${about}`;
}

function quote(place: string): string {
  return place === "the body" ? place : `\`${place}\``;
}

/** A value in a title: JSON, cut where it is long. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "absent";
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
