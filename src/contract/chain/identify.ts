import { isIdentifierName } from "../model/identifier-name.ts";
import { identifierNames, plainName } from "./names.ts";

/** A value that identifies a thing, and where it was found. */
export interface Identifier {
  value: string | number;
  /** Its location in the body, as people write it: `data.id`. */
  location: string;
}

/** What identifies a thing: the parameter that takes the value, and the thing's noun. */
export interface Wanted {
  parameter: string;
  noun: string;
  /** Whether the parameter takes the value. */
  accepts(value: unknown): boolean;
}

type Entry = [key: string, value: unknown];

/**
 * Finds what identifies a thing in its JSON: the property that is named like the parameter, else one that is named like an
 * identifier, else the only one that may be one. Looks inside an envelope too.
 */
export function identify(json: unknown, wanted: Wanted): Identifier | undefined {
  return (
    identifyIn(json, wanted, "") ?? sole(objectsIn(json).map(([key, inner]) => identifyIn(inner, wanted, `${key}.`)))
  );
}

/** Finds what identifies each thing of a list, be it a list of things, of identifiers, or an envelope of one. */
export function identifyItems(json: unknown, wanted: Wanted): Identifier[] {
  const [path, list] = listIn(json) ?? [];
  if (path === undefined) return [];
  return (list ?? []).flatMap((item, index) => {
    const place = `${path}[${index}]`;
    if (isScalar(item)) return wanted.accepts(item) ? [{ value: item, location: place }] : [];
    const found = identifyIn(item, wanted, `${place}.`);
    return found ? [found] : [];
  });
}

/** The property that is named like the parameter, in whatever style. */
export function propertyNamed(json: unknown, parameter: string): Identifier | undefined {
  const [found] = scalarsIn(json).filter(([key]) => plainName(key) === plainName(parameter));
  return found && { value: found[1], location: found[0] };
}

function identifyIn(json: unknown, { parameter, noun, accepts }: Wanted, prefix: string): Identifier | undefined {
  const entries = scalarsIn(json);
  const at = ([key, value]: [string, string | number]) => ({ value, location: prefix + key });
  const named = identifierNames(parameter, noun).flatMap((name) => entries.filter(([key]) => plainName(key) === name));
  // A name alone may lead astray: `name` of a thing that has an `id` too.
  const fitting = named.find(([, value]) => accepts(value) || accepts(String(value))) ?? named[0];
  if (fitting) return at(fitting);
  const likely = entries.filter(([key, value]) => isIdentifierName(key) && accepts(value));
  const [only, ...others] = likely;
  return only && others.length === 0 ? at(only) : undefined;
}

/** The list itself, or the only list of an envelope. */
function listIn(json: unknown): [path: string, list: unknown[]] | undefined {
  if (Array.isArray(json)) return ["", json];
  const own = listsOf(json, "");
  const lists = own.length > 0 ? own : objectsIn(json).flatMap(([key, inner]) => listsOf(inner, `${key}.`));
  return sole(lists);
}

function listsOf(json: unknown, prefix: string): [string, unknown[]][] {
  return entriesOf(json).flatMap(([key, value]): [string, unknown[]][] =>
    Array.isArray(value) ? [[prefix + key, value]] : [],
  );
}

function objectsIn(json: unknown): Entry[] {
  return entriesOf(json).filter(([, value]) => typeof value === "object" && value !== null && !Array.isArray(value));
}

function scalarsIn(json: unknown): [string, string | number][] {
  return entriesOf(json).flatMap(([key, value]): [string, string | number][] =>
    isScalar(value) ? [[key, value]] : [],
  );
}

function entriesOf(json: unknown): Entry[] {
  return typeof json === "object" && json !== null && !Array.isArray(json) ? Object.entries(json) : [];
}

function sole<T>(values: (T | undefined)[]): T | undefined {
  const [only, ...others] = values.filter((value) => value !== undefined);
  return others.length === 0 ? only : undefined;
}

function isScalar(value: unknown): value is string | number {
  return (typeof value === "string" && value !== "") || typeof value === "number";
}
