import { UserError } from "../internal/user-error.ts";
import type { OpenApiDocument, Reference } from "./document.ts";
import { type Pointer, valueAt } from "./pointer.ts";

/** An object of a document, and where it is. */
export interface Located<T> {
  value: T;
  pointer: Pointer;
}

/**
 * The object that `value` is or refers to, through any number of `$ref`s.
 *
 * @param pointer Where `value` is.
 * @throws {UserError} exit code 2, where a reference leads nowhere, out of the document or back to itself.
 */
export function resolve<T extends object>(
  document: OpenApiDocument,
  value: T | Reference,
  pointer: Pointer,
): Located<T> {
  const chain = followReferences(document, value as T, pointer);
  return chain.at(-1) as Located<T>;
}

/**
 * `value` and every object that its `$ref`s lead to, in that order, for objects that may have other fields beside their
 * `$ref`: path items and schemas.
 *
 * @throws {UserError} as {@link resolve} does.
 */
export function followReferences<T extends object>(
  document: OpenApiDocument,
  value: T,
  pointer: Pointer,
): Located<T>[] {
  const chain = [{ value, pointer }];
  const seen = new Set([pointer]);
  for (let next: object = value; isReference(next); ) {
    const target = pointerOf(next.$ref);
    const found = target === undefined ? undefined : valueAt(document, target);
    if (target === undefined || typeof found !== "object" || found === null) {
      throw new UserError(`${next.$ref} leads nowhere in the document.`, 2);
    }
    if (seen.has(target)) throw new UserError(`${next.$ref} leads back to itself.`, 2);
    seen.add(target);
    next = found;
    chain.push({ value: found as T, pointer: target });
  }
  return chain;
}

/** The JSON pointer that a local `$ref` holds in its fragment; undefined for any other reference. */
export function pointerOf(ref: string): Pointer | undefined {
  if (!ref.startsWith("#")) return undefined;
  try {
    return decodeURIComponent(ref.slice(1));
  } catch {
    return undefined;
  }
}

function isReference(value: object): value is Reference {
  return "$ref" in value && typeof value.$ref === "string";
}
