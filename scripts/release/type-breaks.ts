import {
  dereference,
  type MediaType,
  type OpenApiDocument,
  type Parameter,
  type Schema,
} from "../../src/openapi/document.ts";
import { listOperations, type PlacedOperation } from "../../src/openapi/operation.ts";
import { keysOf, type Pointer, pointTo } from "../../src/openapi/pointer.ts";
import type { SchemaPart } from "../../src/openapi/schema-parts.ts";
import type { Change } from "./diff.ts";
import { findLostProperties } from "./lost-properties.ts";

/** A version of the description, and an operation in it. */
interface Placed {
  document: OpenApiDocument;
  placed: PlacedOperation;
}

/**
 * What no longer compiles for callers of the client, though the wire allows it, so that Redocly calls it no break: what
 * they name or send is gone, or what they get may be something else.
 */
export function findTypeBreaks(base: OpenApiDocument, revision: OpenApiDocument): Change[] {
  const present = new Map(listOperations(revision).map((placed) => [placeOf(placed), placed]));
  const breaks = listOperations(base).flatMap((was) => {
    const is = present.get(placeOf(was));
    if (!is) return [];
    const pair = [
      { document: base, placed: was },
      { document: revision, placed: is },
    ] as const;
    return [...findLostInputs(...pair), ...findWiderSuccesses(...pair), ...findNewBody(...pair)];
  });
  // What several operations share breaks once.
  const byPlace = new Map([...findLostTypes(base, revision), ...breaks].map((change) => [change.place, change]));
  return [...byPlace.values()];
}

function placeOf({ path, method }: PlacedOperation): Pointer {
  return pointTo("", "paths", path, method);
}

function breakAt(pointer: Pointer, what: string): Change {
  return { impact: "major", place: `#${pointer}`, what };
}

/** A schema's name never travels, but it is that of one of the client's types. */
function findLostTypes(base: OpenApiDocument, revision: OpenApiDocument): Change[] {
  const present = Object.keys(revision.components?.schemas ?? {});
  return Object.keys(base.components?.schemas ?? {})
    .filter((name) => !present.includes(name))
    .map((name) =>
      breakAt(pointTo("/components/schemas", name), `The client's type \`${name}\` is gone or has another name.`),
    );
}

/** A server may pass over a property that it no longer knows; TypeScript takes it for a misspelt one. */
function findLostInputs(base: Placed, revision: Placed): Change[] {
  const present = inputsOf(revision);
  return [...inputsOf(base)].flatMap(([name, input]) => {
    const other = present.get(name);
    if (!other) return [];
    const lost = findLostProperties(
      { document: base.document, schemas: [input] },
      { document: revision.document, schemas: [other] },
    );
    return lost.map((pointer) =>
      breakAt(pointer, `Callers may send \`${keysOf(pointer).at(-1)}\`, which is gone or has another name.`),
    );
  });
}

/** The schemas of what callers send: of the body by media type, and of each parameter. */
function inputsOf({ document, placed }: Placed): Map<string, SchemaPart> {
  const { requestBody } = placed.operation;
  const place = placeOf(placed);
  const content = requestBody ? dereference(document, requestBody).content : {};
  const bodies = Object.entries(content).map(
    ([name, { schema }]) => [name, schema, pointTo(place, "requestBody", "content", name, "schema")] as const,
  );
  const parameters = placed.parameters.map((parameter) => {
    const { schema, content = {} } = parameter as Parameter & MediaType & { content?: Record<string, MediaType> };
    const pointer = pointTo(place, "parameters", parameter.name, "schema");
    return [`${parameter.in} ${parameter.name}`, schema ?? Object.values(content)[0]?.schema, pointer] as const;
  });
  return new Map(
    [...bodies, ...parameters].flatMap(([name, schema, pointer]) => (schema ? [[name, { schema, pointer }]] : [])),
  );
}

/** Who reads the data of a success has only its documented forms in mind. */
function findWiderSuccesses(base: Placed, revision: Placed): Change[] {
  const known = successesOf(base);
  if (known.size === 0) return [];
  return [...successesOf(revision)]
    .filter(([form, { schema }]) => !known.has(form) || (known.get(form)?.schema && !schema))
    .map(([form, { pointer, schema }]) => {
      const news = known.has(form) && !schema ? `anything: ${form} has no schema` : `${form} too`;
      return breakAt(pointer, `A success may now be ${news}, which callers do not expect.`);
    });
}

/** The forms of an operation's successes, in words: a status with each of its media types, or without a body. */
function successesOf({ document, placed }: Placed): Map<string, { schema?: Schema; pointer: Pointer }> {
  const successes = Object.entries(placed.operation.responses ?? {}).filter(([status]) => status.startsWith("2"));
  const forms = successes.flatMap(([status, response]) => {
    const place = pointTo(placeOf(placed), "responses", status);
    const content = Object.entries(dereference(document, response).content ?? {});
    if (content.length === 0) return [{ form: `${status} without a body`, pointer: place }];
    return content.map(([name, { schema }]) => ({
      form: `${status} with ${name}`,
      pointer: pointTo(place, "content", name),
      ...(schema && { schema }),
    }));
  });
  return new Map(forms.map(({ form, ...rest }) => [form, rest]));
}

/** A method takes the body before its options. */
function findNewBody(base: Placed, revision: Placed): Change[] {
  if (base.placed.operation.requestBody || !revision.placed.operation.requestBody) return [];
  const place = pointTo(placeOf(revision.placed), "requestBody");
  return [breakAt(place, "The method takes a body now, where callers give their options.")];
}
