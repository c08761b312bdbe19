import { type Kind, kindOf, mapDocument } from "./data.ts";

/** Finds the first `$ref` that leaves the document. One in data is none: nobody follows it. */
export function findOutsideRef(value: unknown, kind: Kind = "spec"): string | undefined {
  if (kind === "data" || typeof value !== "object" || value === null) return undefined;
  for (const [key, child] of Object.entries(value)) {
    if (kind === "spec" && isOutsideRef(key, child)) return child;
    const found = findOutsideRef(child, Array.isArray(value) ? "spec" : kindOf(key, child, kind));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The document without data that has a `$ref` out of it, for tools that follow every `$ref`, and would read or fetch it. */
export function withoutOutsideRefsInData<T>(document: T): T {
  return mapDocument(document, { isDropped: holdsOutsideRef });
}

function holdsOutsideRef(data: unknown): boolean {
  if (typeof data !== "object" || data === null) return false;
  return Object.entries(data).some(([key, value]) => isOutsideRef(key, value) || holdsOutsideRef(value));
}

function isOutsideRef(key: string, value: unknown): value is string {
  return key === "$ref" && typeof value === "string" && !value.startsWith("#");
}
