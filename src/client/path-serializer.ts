import { defaultPathSerializer } from "openapi-fetch";

/**
 * Fills in a path's parameters with openapi-fetch's serializer. Generated clients import it if their spec has such
 * parameters.
 *
 * @throws {TypeError} If a value is missing, empty, `.` or `..`: fetch would leave out the segment, and call another resource.
 */
export function serializePath(path: string, values: Record<string, unknown>): string {
  for (const [, name = ""] of path.matchAll(/\{(.*?)\}/g)) {
    if (/^\.{0,2}$/.test(`${values[name] ?? ""}`)) throw new TypeError(`${name} must not be empty, "." or ".."`);
  }
  return defaultPathSerializer(path, values);
}
