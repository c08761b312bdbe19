import { type Body, readBodies } from "./content.ts";
import type { OpenApiDocument, Reference, ResponseObject } from "./document.ts";
import { type Link, readLinks } from "./link.ts";
import { type Header, readHeaders } from "./parameter.ts";
import { type Pointer, pointTo } from "./pointer.ts";
import { resolve } from "./reference.ts";

/** A documented response. */
export interface Response {
  /** As documented: `200`, `4XX`, `default`. */
  status: string;
  description: string;
  pointer: Pointer;
  headers: Header[];
  bodies: Body[];
  /** Read when they are asked for: few readers want them. */
  readonly links: Link[];
}

/**
 * Reads an operation's responses, by status in its usual form: `4xx` is the key `4XX`.
 *
 * @param pointer Where the responses are.
 * @throws {UserError} exit code 2, where a `$ref` leads nowhere or back to itself.
 */
export function readResponses(
  document: OpenApiDocument,
  responses: Record<string, ResponseObject | Reference>,
  pointer: Pointer,
): Map<string, Response> {
  const documented = Object.entries(responses).filter(([status]) => !status.startsWith("x-"));
  return new Map(
    documented.map(([status, entry]) => {
      const { value, pointer: place } = resolve<ResponseObject>(document, entry, pointTo(pointer, status));
      const response: Response = {
        status,
        description: value.description ?? "",
        pointer: place,
        headers: readHeaders(document, value.headers ?? {}, pointTo(place, "headers")),
        bodies: readBodies(document, value, place),
        get links() {
          return readLinks(document, value.links ?? {}, pointTo(place, "links"));
        },
      };
      return [/^default$/i.test(status) ? "default" : status.toUpperCase(), response];
    }),
  );
}

/** The key that covers a status: the status itself, its range or `default`; undefined where none does. */
export function responseKey(responses: ReadonlyMap<string, unknown>, status: number): string | undefined {
  const range = `${Math.trunc(status / 100)}XX`;
  return [String(status), range, "default"].find((key) => responses.has(key));
}
