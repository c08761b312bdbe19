import type { OpenApiDocument } from "../../src/openapi/document.ts";

/** The document, and how often a property or a key of a list of keys has been read. */
export function countReads(document: OpenApiDocument) {
  let reads = 0;
  const counting = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, key, receiver) {
        reads++;
        const value: unknown = Reflect.get(object, key, receiver);
        return typeof value === "object" && value !== null ? counting(value) : value;
      },
      ownKeys(object) {
        const keys = Reflect.ownKeys(object);
        reads += keys.length;
        return keys;
      },
    });
  return { document: counting(document), reads: () => reads };
}
