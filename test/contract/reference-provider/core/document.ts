import { readFile } from "node:fs/promises";
import { parse } from "yaml";

/** What a JSON or YAML object is read as. */
export type JsonObject = Record<string, unknown>;

/** A parameter of an operation, of its path or of the components. */
export interface Parameter {
  $ref?: string;
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  explode?: boolean;
  schema: JsonObject;
}

/** As much of an OpenAPI operation as the providers read. */
export interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema: JsonObject }> };
  responses: Record<string, JsonObject>;
}

/** As much of an OpenAPI document as the providers read. */
export interface Document {
  openapi: string;
  paths: Record<string, { [method: string]: Operation } & { parameters?: Parameter[] }>;
  components: { schemas: Record<string, JsonObject>; examples: Record<string, { value: unknown }> };
  [other: string]: unknown;
}

/**
 * Reads a document of JSON or YAML.
 *
 * @param parts Files with a group of the components each, for a document that one file would be too long for.
 */
export async function readDocument(file: URL, parts: Record<string, URL> = {}): Promise<Document> {
  const document = await readYaml(file);
  for (const [name, part] of Object.entries(parts)) document.components[name] = await readYaml(part);
  // Leaves no object in two places, as YAML's anchors do: a change of one would be a change of both.
  return JSON.parse(JSON.stringify(document));
}

// biome-ignore lint/suspicious/noExplicitAny: the parser's type.
async function readYaml(file: URL): Promise<any> {
  return parse(await readFile(file, "utf8"), { merge: true });
}

/** The object that a reference within the document names; any other object as it is. */
export function resolved<T extends object>(document: Document, object: T): T {
  const reference = (object as { $ref?: string }).$ref;
  return reference === undefined ? object : (pointed(document, reference.slice(1)) as T);
}

/** The value at a JSON pointer. */
export function pointed(value: unknown, pointer: string): unknown {
  const names = pointer.split("/").slice(1);
  return names.reduce<unknown>((parent, name) => (parent as JsonObject | undefined)?.[unescaped(name)], value);
}

/** A JSON pointer of names as they are. */
export function pointerTo(...names: string[]): string {
  return names.map((name) => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function unescaped(name: string): string {
  return name.replaceAll("~1", "/").replaceAll("~0", "~");
}
