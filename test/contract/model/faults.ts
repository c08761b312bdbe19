import { compileSchemas, type Direction } from "../../../src/contract/model/schemas.ts";
import { documentWith } from "./read.ts";

/** Where the schema `Thing` stands. */
export const thing = "/components/schemas/Thing";
/** The schema of any text. */
export const text = { type: "string" };

/** The check of the schema `Thing` among those. */
export function compileThing(schemas: object, direction: Direction = "request") {
  return compileSchemas(documentWith({}, { schemas: { ...schemas } })).compile(thing, direction);
}

/** The faults of a value by the schema `Thing`, each as its place, its keyword and where the document says so. */
export function faultsOf(schemas: object, value: unknown, direction: Direction = "request"): string[] {
  const faults = compileThing(schemas, direction)(value);
  return faults.map(({ path, keyword, pointer }) => `${path} ${keyword} ${pointer}`);
}

/** What the faults of a value by that schema say. */
export function messagesOf(schema: object, value: unknown): string[] {
  return compileThing({ Thing: schema })(value).map(({ message }) => message);
}
