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

/** A version of the spec, and an operation in it. */
interface Placed {
  document: OpenApiDocument;
  placed: PlacedOperation;
}

/**
 * Finds changes that break compilation for callers but not the wire, so that Redocly does not report them: what callers
 * name or send is gone, or a success may be something else.
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
  // Report what several operations share once.
  const byPlace = new Map([...findLostTypes(base, revision), ...breaks].map((change) => [change.place, change]));
  return [...byPlace.values()];
}

function placeOf({ path, method }: PlacedOperation): Pointer {
  return pointTo("", "paths", path, method);
}

function breakAt(pointer: Pointer, what: string): Change {
  return { impact: "major", place: `#${pointer}`, what };
}

/** A schema's name is not on the wire, but it is the name of a client type. */
function findLostTypes(base: OpenApiDocument, revision: OpenApiDocument): Change[] {
  const present = Object.keys(revision.components?.schemas ?? {});
  return Object.keys(base.components?.schemas ?? {})
    .filter((name) => !present.includes(name))
    .map((name) =>
      breakAt(pointTo("/components/schemas", name), `The client's type \`${name}\` was removed or renamed.`),
    );
}

/** A server may ignore a property that it no longer knows; TypeScript reports it as misspelt. */
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
      breakAt(pointer, `Callers may send \`${keysOf(pointer).at(-1)}\`, which was removed or renamed.`),
    );
  });
}

/** Lists the schemas of what callers send: of the body by media type, and of each parameter. */
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

/** Code that reads the data of a success expects only its documented forms. */
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

/** Lists the forms of an operation's successes: a status with each of its media types, or without a body. */
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

/** A method's body comes before its options. */
function findNewBody(base: Placed, revision: Placed): Change[] {
  if (base.placed.operation.requestBody || !revision.placed.operation.requestBody) return [];
  const place = pointTo(placeOf(revision.placed), "requestBody");
  return [breakAt(place, "The method now takes a body where callers pass their options.")];
}
