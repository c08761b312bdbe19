import { compileSchemas, type Direction } from "../../../src/contract/model/schemas.ts";
import { documentWith } from "./read.ts";

/** Pointer to the schema `Thing`. */
export const thing = "/components/schemas/Thing";
/** The schema of any text. */
export const text = { type: "string" };

/** Compiles the schema `Thing` of those. */
export function compileThing(schemas: object, direction: Direction = "request") {
  return compileSchemas(documentWith({}, { schemas: { ...schemas } })).compile(thing, direction);
}

/** The errors of a value by the schema `Thing`, each as its location, its keyword and its pointer into the document. */
export function errorsOf(schemas: object, value: unknown, direction: Direction = "request"): string[] {
  const errors = compileThing(schemas, direction)(value);
  return errors.map(({ path, keyword, pointer }) => `${path} ${keyword} ${pointer}`);
}

/** The messages of the errors of a value by that schema. */
export function messagesOf(schema: object, value: unknown): string[] {
  return compileThing({ Thing: schema })(value).map(({ message }) => message);
}
