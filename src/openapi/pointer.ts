/** A JSON pointer: https://www.rfc-editor.org/rfc/rfc6901. The empty string is the whole document. */
export type Pointer = string;

/** Appends `keys` to a pointer. */
export function pointTo(pointer: Pointer, ...keys: (string | number)[]): Pointer {
  return pointer + keys.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** Splits a pointer into its keys. */
export function keysOf(pointer: Pointer): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Returns the value at the pointer; undefined if there is none. */
export function valueAt(root: unknown, pointer: Pointer): unknown {
  let value: unknown = root;
  for (const key of keysOf(pointer)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** Returns a copy of `root` with `value` at the pointer; undefined removes what is there. */
export function withValue<T>(root: T, pointer: Pointer, value: unknown): T {
  const [key, ...rest] = keysOf(pointer);
  if (key === undefined) return value as T;
  const copy = Array.isArray(root) ? [...root] : { ...(root as object) };
  const inner =
    rest.length > 0 ? withValue((copy as Record<string, unknown>)[key], pointTo("", ...rest), value) : value;
  if (inner !== undefined) Object.defineProperty(copy, key, { value: inner, ...plain });
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete (copy as Record<string, unknown>)[key];
  return copy as T;
}

// Assigning to `__proto__` would not create a property.
const plain = { enumerable: true, configurable: true, writable: true };

/** A pointer as people name the place: `items[0].id`, or `the body` for the whole. */
export function readablePath(pointer: Pointer, whole = "the body"): string {
  const name = keysOf(pointer).reduce((text, key) => (/^\d+$/.test(key) ? `${text}[${key}]` : `${text}.${key}`), "");
  return name === "" ? whole : name.replace(/^\./, "");
}
