import { type Content, readContent } from "./content.ts";
import type { HeaderObject, OpenApiDocument, ParameterObject, Reference } from "./document.ts";
import { type Pointer, pointTo } from "./pointer.ts";
import { type Located, resolve } from "./reference.ts";

/** A documented header of a response. */
export interface Header extends Content {
  name: string;
  description: string | undefined;
  required: boolean;
  /** The media type of one that has `content` in place of a schema. */
  mediaType: string | undefined;
  pointer: Pointer;
}

/** A parameter of an operation. */
export interface Parameter extends Header {
  in: ParameterObject["in"];
  /** https://spec.openapis.org/oas/v3.1.0#style-values */
  style: string;
  explode: boolean;
}

/** Parameters, `$ref`s or not, and the pointer of the list that has them. */
export type ParameterList = Located<(ParameterObject | Reference)[]>;

/**
 * Reads the parameters of several lists. A later one takes the place of an earlier one of the same name and location.
 *
 * @throws {UserError} exit code 2, where a `$ref` leads nowhere or back to itself.
 */
export function readParameters(document: OpenApiDocument, lists: readonly ParameterList[]): Parameter[] {
  const parameters = new Map<string, Parameter>();
  for (const { value: list, pointer } of lists) {
    for (const [index, entry] of list.entries()) {
      const parameter = readParameter(document, resolve<ParameterObject>(document, entry, pointTo(pointer, index)));
      parameters.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  return [...parameters.values()];
}

function readParameter(document: OpenApiDocument, { value, pointer }: Located<ParameterObject>): Parameter {
  const { name, in: location, required = location === "path" } = value;
  const { style = location === "path" || location === "header" ? "simple" : "form", explode = style === "form" } =
    value;
  const header = readHeader(document, name, { value, pointer });
  return Object.assign(header, { in: location, required, style, explode });
}

/**
 * Reads the headers of a response but `Content-Type`, which OpenAPI tells to pass over: the media types say it.
 *
 * @throws {UserError} exit code 2, where a `$ref` leads nowhere or back to itself.
 */
export function readHeaders(
  document: OpenApiDocument,
  headers: Record<string, HeaderObject | Reference>,
  pointer: Pointer,
): Header[] {
  return Object.entries(headers)
    .filter(([name]) => name.toLowerCase() !== "content-type")
    .map(([name, entry]) => readHeader(document, name, resolve(document, entry, pointTo(pointer, name))));
}

function readHeader(document: OpenApiDocument, name: string, { value, pointer }: Located<HeaderObject>): Header {
  const { description, required = false, content = {} } = value;
  const [[mediaType, owner] = [undefined, value]] = Object.entries(content);
  const place = mediaType === undefined ? pointer : pointTo(pointer, "content", mediaType);
  return Object.assign(readContent(document, owner ?? {}, place), { name, description, required, mediaType, pointer });
}
