import type { OpenApiDocument } from "../../openapi/document.ts";
import { keysOf, type Pointer, valueAt, withValue } from "../../openapi/pointer.ts";
import { keywordOf, partsOf, propertiesOf } from "../../openapi/schema-parts.ts";
import type { ContractBody } from "../model/operation.ts";
import type { Validate } from "../model/schemas.ts";
import { type Location, locate } from "./locate.ts";
import { sample, vary } from "./sample.ts";

/** A location of a valid body, and the body. */
export interface BodyLocation extends Location {
  root: unknown;
  /** Unique among the locations: the path, and what the body is, where it is not the base. */
  id: string;
}

/** What stands around the body that is looked at. */
interface Surroundings {
  document: OpenApiDocument;
  seed: number;
  /** @throws {Error} where the schema there cannot be compiled. */
  compile(pointer: Pointer): Validate;
}

/**
 * Every location of the base body, and those of the optional properties that it leaves out, each with a valid body that has
 * it: the base body where it can be, so that as little as possible differs from what is known to work.
 */
export function findBodyLocations(
  body: ContractBody,
  base: unknown,
  around: Surroundings,
): { locations: BodyLocation[]; full: unknown } {
  const holds = (pointer: Pointer, value: unknown) => {
    try {
      return around.compile(pointer)(value).length === 0;
    } catch {
      return false;
    }
  };
  const locateIn = (root: unknown, mark = ""): BodyLocation[] =>
    locate(around.document, root, body.schema, body.schemaPointer, holds).map((location) => ({
      ...location,
      root,
      id: location.path + mark,
    }));
  const own = locateIn(base);
  // Twice: a property that wants another beside it finds it there the second time.
  const full = fillUp(body, fillUp(body, base, own, around), own, around);
  const known = new Set(own.map(({ path }) => path));
  const optional = locateIn(full).filter(({ path }) => !known.has(path));
  const locations = [...own, ...optional];
  // What is checked of the first item only, or of the last, shows where there are several.
  const longer = locations.flatMap((list) => {
    const root = withThreeItems(body, list);
    const isItem = ({ path }: BodyLocation) => path.startsWith(`${list.path}/`) && !path.startsWith(`${list.path}/1`);
    return root === undefined ? [] : locateIn(root, " of three").filter(isItem);
  });
  return { locations: [...locations, ...longer], full };
}

/** The body with three items in the list; undefined where they would not be valid, or the location is no list. */
function withThreeItems(body: ContractBody, { value, path, root, parts }: BodyLocation): unknown {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const isUnique = keywordOf(parts, "uniqueItems") === true;
  const items = [0, 1, 2].map((index) => value[index] ?? (isUnique ? vary(value[0], index) : value[0]));
  const changed = withValue(root, path, items);
  return body.validate(changed).length === 0 ? changed : undefined;
}

/** Adds the optional properties one by one, each where the body stays valid with it. */
function fillUp(
  body: ContractBody,
  base: unknown,
  locations: BodyLocation[],
  { document, seed }: Surroundings,
): unknown {
  let full = base;
  for (const { path, value, parts } of locations) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
    for (const [name, { schema, pointer }] of propertiesOf(parts)) {
      const location = `${path}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      if (
        Object.hasOwn((valueAt(full, path) ?? {}) as object, name) ||
        keywordOf(partsOf(document, schema, pointer), "readOnly") === true
      )
        continue;
      if (valueAt(full, path) === undefined) continue;
      const candidate = withValue(full, location, sample(schema, pointer, { document, seed, full: true }));
      if (body.validate(candidate).length === 0) full = candidate;
    }
  }
  return full;
}

/**
 * Whether a value names something that must exist, so that any other value may be refused for a good reason: a UUID, or
 * a property whose name says id.
 */
export function isIdentifier({ path, parts }: Location): boolean {
  const name =
    keysOf(path)
      .filter((key) => !/^\d+$/.test(key))
      .at(-1) ?? "";
  return keywordOf(parts, "format") === "uuid" || /(^|[_-])(id|uuid)s?$|(Id|ID|Uuid)s?$/.test(name);
}
