import type { EncodingObject, OpenApiDocument } from "../../openapi/document.ts";
import { keysOf, type Pointer, pointTo, withValue } from "../../openapi/pointer.ts";
import { itemOf, keywordOf, partsOf, propertiesOf, type SchemaPart, typesOf } from "../../openapi/schema-parts.ts";
import type { SchemaError } from "../model/schemas.ts";
import { fileTypeOf } from "../values/files.ts";
import type { DescribedBody } from "./body-format.ts";
import { cannotWrite, errorsOfText } from "./readings.ts";

/** How a form writes one property, or each item of it. */
export interface Field {
  /** `text` has no types; `json` and `file` are written whole; `pairs` are the properties of an object, each as text. */
  kind: "text" | "json" | "file" | "pairs";
  isList: boolean;
  /** The media type that the document states, or that a file has. */
  contentType: string | undefined;
  encoding: EncodingObject;
  /** What its absence may mean: a box that is not ticked, a list without items. */
  absentAs: unknown;
}

/** The fields of a form. */
export interface Fields {
  /** How it writes the property; undescribed ones are text. */
  of(name: string): Field;
  validate(value: unknown): SchemaError[];
}

/** A field that the schema does not have. */
export const undescribed: Field = {
  kind: "text",
  isList: false,
  contentType: undefined,
  encoding: {},
  absentAs: undefined,
};

/** Reads from the schema and its `encoding` how a form writes each property. */
export function readFields({ document, schema, schemaPointer, encoding, validate }: DescribedBody): Fields {
  const properties = propertiesOf(partsOf(document, schema, schemaPointer));
  const fields = new Map(
    [...properties].map(([name, part]) => [name, readField(document, part, encoding[name] ?? {})]),
  );
  const of = (name: string) => fields.get(name) ?? undescribed;
  return {
    of,
    validate(value) {
      if (typeof value !== "object" || value === null || Array.isArray(value)) {
        return [cannotWrite("", "is no object, as a form is")];
      }
      const entries = Object.entries(value);
      if (entries.length === 0) return withUnclear(value, errorsOfNothing(validate(value)));
      const problems = entries.flatMap(([name, property]) => problemsOf(pointTo("", name), name, property, of(name)));
      if (problems.length > 0) return problems;
      const texts = entries.flatMap(([name, property]) => textsOf(pointTo("", name), property, of(name)));
      return withUnclear(value, errorsOfText(value, texts, validate));
    },
  };

  /** Adds an error for each field that is absent and required, where its absence may count as a value. */
  function withUnclear(value: object, errors: SchemaError[]): SchemaError[] {
    const absent = errors.filter(({ keyword, path }) => keyword === "required" && keysOf(path).length === 1);
    const unclear = absent.filter(({ path }) => {
      const { absentAs } = of(keysOf(path)[0] ?? "");
      return absentAs !== undefined && validate(withValue(value, path, absentAs)).every((error) => error.path !== path);
    });
    return [...errors, ...unclear.map(({ path }) => cannotWrite(path, "is absent, which may count as a value"))];
  }
}

/** A form without fields is hard to tell from no form. */
function errorsOfNothing(errors: SchemaError[]): SchemaError[] {
  return errors.length > 0 ? errors : [cannotWrite("", "has no fields")];
}

function readField(document: OpenApiDocument, { schema, pointer }: SchemaPart, encoding: EncodingObject): Field {
  const parts = partsOf(document, schema, pointer);
  const isList = kindOf(parts) === "array";
  const item = isList ? itemOf(parts, 0) : undefined;
  const own = item ? partsOf(document, item.schema, item.pointer) : parts;
  const { contentType } = encoding;
  // An explicit style rules out a media type: https://spec.openapis.org/oas/v3.1.0#encoding-object
  const isStyled = encoding.style !== undefined;
  const fileType = fileTypeOf(own);
  const absentAs = isList ? [] : kindOf(parts) === "boolean" ? false : undefined;
  const shared = { isList, encoding, absentAs };
  if (fileType !== undefined) return { kind: "file", contentType: contentType ?? fileType, ...shared };
  if (isStyled && kindOf(own) === "object") return { kind: "pairs", contentType: undefined, ...shared };
  const isJson = contentType === undefined ? /object|array/.test(kindOf(own)) : /[/+]json\b/.test(contentType);
  return { kind: isJson && !isStyled ? "json" : "text", contentType, ...shared };
}

/** The type that decides how a property is written, of those that its schema allows. */
function kindOf(parts: readonly SchemaPart[]): string {
  const types = typesOf(parts)?.filter((type) => type !== "null");
  if (types) return types.find((type) => type !== "object" && type !== "array") ?? types[0] ?? "string";
  if (propertiesOf(parts).size > 0 || keywordOf(parts, "additionalProperties") !== undefined) return "object";
  return keywordOf(parts, "items") === undefined ? "string" : "array";
}

/** Why the form cannot write the property. */
function problemsOf(path: Pointer, name: string, value: unknown, field: Field): SchemaError[] {
  const no = (message: string) => [cannotWrite(path, message)];
  if (name === "" || /[[\]]/.test(name)) return no("has a name that servers read differently");
  if (field.isList !== Array.isArray(value)) return no(field.isList ? "is no list" : "is a list");
  const items = [value].flat();
  if (items.length === 0) return no("is an empty list, which a form cannot tell from an absent one");
  return items.every((item) => isWritable(item, field)) ? [] : no("cannot be told apart in a form");
}

function isWritable(value: unknown, { kind, isList, encoding }: Field): boolean {
  if (kind === "json") return true;
  if (kind === "file") return typeof value === "string";
  if (kind === "pairs") {
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    const items = isObject ? Object.values(value) : [];
    return !isList && items.length > 0 && items.every((item) => typeof item !== "object" && item !== "");
  }
  if (typeof value === "object") return false;
  return !isList || !separatorIn(encoding) || !String(value).includes(separatorIn(encoding));
}

/** What separates the items of a list that is one text; empty where each item has a field of its own. */
function separatorIn({ style = "form", explode = style === "form" }: EncodingObject): string {
  if (explode) return "";
  return style === "spaceDelimited" ? " " : style === "pipeDelimited" ? "|" : ",";
}

/** The locations of the texts of a property. */
function textsOf(path: Pointer, value: unknown, { kind }: Field): Pointer[] {
  if (kind === "pairs") return Object.keys(value as object).map((name) => pointTo(path, name));
  if (kind !== "text") return [];
  return Array.isArray(value) ? value.map((_, index) => pointTo(path, index)) : [path];
}
