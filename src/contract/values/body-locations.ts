import type { OpenApiDocument } from "../../openapi/document.ts";
import { type Pointer, valueAt, withValue } from "../../openapi/pointer.ts";
import { itemOf, keywordOf, partsOf, propertiesOf } from "../../openapi/schema-parts.ts";
import type { ContractBody } from "../model/operation.ts";
import type { Validate } from "../model/schemas.ts";
import { formatOf, isVariable } from "./formats.ts";
import { type Location, locate } from "./locate.ts";
import { vary } from "./sample.ts";
import { validSample } from "./valid-sample.ts";

/** A location in a valid body, and the body. */
export interface BodyLocation extends Location {
  root: unknown;
  /** Unique among the locations: the path, with a suffix where the body is a longer list than the base body has. */
  id: string;
}

/** What finding the locations needs besides the body. */
interface Surroundings {
  document: OpenApiDocument;
  seed: number;
  /** @throws {Error} when the schema at the pointer cannot be compiled. */
  compile(pointer: Pointer): Validate;
}

/**
 * Finds every location in the base body and in the optional properties that it omits, each with a valid body that has it:
 * the base body where possible, so that a test case changes as little as possible in a request that is known to work.
 */
export function findBodyLocations(
  body: ContractBody,
  base: unknown,
  around: Surroundings,
): { locations: BodyLocation[]; full: unknown } {
  const isValidAt = (pointer: Pointer, value: unknown) => {
    try {
      return around.compile(pointer)(value).length === 0;
    } catch {
      return false;
    }
  };
  const locateIn = (root: unknown, suffix = ""): BodyLocation[] =>
    locate(around.document, root, body.schema, body.schemaPointer, isValidAt).map((location) => ({
      ...location,
      root,
      id: location.path + suffix,
    }));
  const own = locateIn(base);
  // Twice: a property may depend on one that the first pass adds after it.
  const full = fillUp(body, fillUp(body, base, own, around), own, around);
  // A list that is empty by default or in an example shows nothing of its items.
  const filled = own.flatMap((list) => {
    const root = withOneItem(body, list, around);
    const isBelow = ({ path }: BodyLocation) => path === list.path || path.startsWith(`${list.path}/`);
    return root === undefined ? [list] : locateIn(root).filter(isBelow);
  });
  const known = new Set(filled.map(({ path }) => path));
  const optional = locateIn(full).filter(({ path }) => !known.has(path));
  const locations = [...filled, ...optional];
  // Only a list of several items reveals a server that checks the first or the last item alone.
  const longer = locations.flatMap((list) => {
    const root = withThreeItems(body, list);
    const isItem = ({ path }: BodyLocation) => path.startsWith(`${list.path}/`) && !path.startsWith(`${list.path}/1`);
    return root === undefined ? [] : locateIn(root, " of three").filter(isItem);
  });
  return { locations: [...locations, ...longer], full };
}

/** The body with three items in the list; undefined where that is invalid, or where the location is not a list. */
function withThreeItems(body: ContractBody, { value, path, root, parts }: BodyLocation): unknown {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const isUnique = keywordOf(parts, "uniqueItems") === true;
  if (isUnique && value.length < 3 && !isVariable(formatOf(itemOf(parts, 0)))) return undefined;
  const items = [0, 1, 2].map((index) => value[index] ?? (isUnique ? vary(value[0], index) : value[0]));
  const changed = withValue(root, path, items);
  return body.validate(changed).length === 0 ? changed : undefined;
}

/** The body with an item in the empty list; undefined where that is invalid, or where the location is no empty list. */
function withOneItem(
  body: ContractBody,
  { value, path, root, parts }: BodyLocation,
  { document, seed }: Surroundings,
): unknown {
  const item = Array.isArray(value) && value.length === 0 ? itemOf(parts, 0) : undefined;
  if (!item) return undefined;
  const withItem = (first: unknown) => withValue(root, path, [first]);
  const around = { document, seed, full: true };
  const built = validSample(item.schema, item.pointer, around, (first) => body.validate(withItem(first)));
  return built && withItem(built.value);
}

/** Adds the optional properties one by one, each only if the body stays valid. */
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
      const before = full;
      const whole = (property: unknown) => withValue(before, location, property);
      const isValid = (property: unknown) => body.validate(whole(property));
      const built = validSample(schema, pointer, { document, seed, full: true }, isValid);
      if (built) full = whole(built.value);
    }
  }
  return full;
}
