import type { Json, LinkObject, OpenApiDocument, Reference } from "./document.ts";
import { type Pointer, pointTo } from "./pointer.ts";
import { pointerOf, resolve } from "./reference.ts";

/** What a response says about another operation: https://spec.openapis.org/oas/v3.1.0#link-object */
export interface Link {
  name: string;
  pointer: Pointer;
  /** The operation that it leads to: its `operationId`, or its pointer; undefined where the document names none of its own. */
  target: { operationId: string } | { pointer: Pointer } | undefined;
  /** The parameters that it supplies. A value is a constant, or the text of a runtime expression. */
  parameters: LinkParameter[];
  /** A constant, or the text of a runtime expression. Undefined where it supplies no body. */
  requestBody: Json | undefined;
}

/** A parameter that a link supplies. */
export interface LinkParameter {
  name: string;
  /** Undefined where the link gives the name alone. */
  in: "path" | "query" | "header" | "cookie" | undefined;
  value: Json;
}

/**
 * Reads the links of a response.
 *
 * @throws {UserError} exit code 2, where a `$ref` leads nowhere or back to itself.
 */
export function readLinks(
  document: OpenApiDocument,
  links: Record<string, LinkObject | Reference>,
  pointer: Pointer,
): Link[] {
  return Object.entries(links).map(([name, entry]) => {
    const { value, pointer: place } = resolve<LinkObject>(document, entry, pointTo(pointer, name));
    const { parameters = {}, requestBody } = value;
    return { name, pointer: place, target: targetOf(value), parameters: readParameters(parameters), requestBody };
  });
}

/** A reference to an operation may begin with the document's own URL: the fragment is what tells. */
function targetOf({ operationId, operationRef = "" }: LinkObject): Link["target"] {
  if (operationId !== undefined) return { operationId };
  const at = operationRef.indexOf("#");
  const pointer = at < 0 ? undefined : pointerOf(operationRef.slice(at));
  return pointer === undefined ? undefined : { pointer };
}

/** A name may have its place in front, where two places have the same name: `path.id`. */
function readParameters(parameters: Record<string, Json>): LinkParameter[] {
  return Object.entries(parameters).map(([key, value]) => {
    const [, place, name] = /^(path|query|header|cookie)\.(.+)$/s.exec(key) ?? [];
    return { name: name ?? key, in: place as LinkParameter["in"], value };
  });
}
