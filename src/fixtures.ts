/** Values for tests: the description's own examples, changed where a test says so, and checked against their schemas. */
import { examples } from "../generated/fixtures.ts";
import type { components } from "../generated/schema.ts";
import { schemas } from "../generated/validators.ts";
import type { Check } from "./client/validate.ts";

/** What differs from the example: objects at any depth in part, lists whole, `undefined` for a property to leave out. */
export type Overrides<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [Key in keyof T]?: Overrides<T[Key]> | undefined }
    : T;

/** A function for each component schema that has an example. */
export type Fixtures = {
  [Name in keyof typeof examples & keyof components["schemas"]]: (
    overrides?: Overrides<components["schemas"][Name]>,
  ) => components["schemas"][Name];
};

/**
 * A new value of a component schema at each call: its documented example with the overrides.
 *
 * @throws {Error} where the value is not as the schema says, with the JSON pointer of the place.
 * @example
 * const value = fixtures.SchemaName({ property: "another", inner: { property: 1 } });
 */
export const fixtures: Fixtures = Object.fromEntries(
  Object.entries(examples).map(([name, example]) => {
    const check: Check = schemas[name as keyof typeof examples];
    const make = (overrides?: unknown) => {
      const value = overrides === undefined ? structuredClone(example) : override(example, overrides);
      if (check(value)) return value;
      const [{ instancePath = "", message = "is not as described" } = {}] = check.errors ?? [];
      throw new Error(`fixtures.${name}(): ${instancePath || "it"} ${message}`);
    };
    return [name, make];
  }),
) as Fixtures;

function override(example: unknown, overrides: unknown): unknown {
  if (!isObject(example) || !isObject(overrides)) return structuredClone(overrides);
  const changed = Object.entries(overrides).map(([key, value]) => [key, override(example[key], value)] as const);
  const entries = Object.entries({ ...structuredClone(example), ...Object.fromEntries(changed) });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
