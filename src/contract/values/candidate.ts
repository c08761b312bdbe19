import type { OpenApiDocument } from "../../openapi/document.ts";
import { readablePath, valueAt } from "../../openapi/pointer.ts";
import type { SchemaError } from "../model/schemas.ts";
import type { Location } from "./locate.ts";

/** A value to try at a location, and how a title describes it. */
export interface Candidate {
  value: unknown;
  /** Follows the name of the location in a title: "is one character too long". */
  about: string;
  /** Unique among the candidates of a location. */
  name: string;
  /** Whether correct servers disagree about it, so that either response is acceptable. Default: false. */
  disputed?: boolean;
  /** The JSON text of the value, where it is not the one of `JSON.stringify`: `1.0` for 1. */
  raw?: string;
}

/** A candidate whose title shows its value and no more. */
export function candidateOf(name: string, value: unknown): Candidate {
  return { name, value, about: `is ${shown(value)}` };
}

/** The title of a test case: "`name` is one character too long (maxLength 20)". */
export function titleOf({ path }: Pick<Location, "path">, { about }: Candidate, rule = ""): string {
  return `${quote(readablePath(path))} ${about}${rule}`;
}

/** The rule that an invalid value breaks, to follow what is said of the value: " (minLength 1)". */
export function ruleOf(document: OpenApiDocument, error: Pick<SchemaError, "keyword" | "pointer"> | undefined): string {
  const value = error && valueAt(document, error.pointer);
  if (!error || value === undefined || !error.pointer.endsWith(`/${error.keyword}`)) return "";
  const isText = typeof value === "string" && error.keyword !== "pattern";
  return ` (${error.keyword} ${isText ? value : shown(value)})`;
}

function quote(location: string): string {
  return location === "the body" ? location : `\`${location}\``;
}

/** A value in a title: its JSON, at most 60 characters of it. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "absent";
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
