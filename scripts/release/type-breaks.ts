import type { OpenApiDocument, Schema } from "../../src/openapi/document.ts";
import { listOperations, type Operation } from "../../src/openapi/operation.ts";
import { keysOf, type Pointer, pointTo } from "../../src/openapi/pointer.ts";
import type { SchemaPart } from "../../src/openapi/schema-parts.ts";
import type { Change } from "./change.ts";
import { findLostProperties } from "./lost-properties.ts";

/**
 * Finds changes that break compilation for callers but not the wire, so that Redocly does not report them: what callers
 * name or send is gone, or a success may be something else.
 */
export function findTypeBreaks(base: OpenApiDocument, revision: OpenApiDocument): Change[] {
  const present = new Map(listOperations(revision).map((operation) => [placeOf(operation), operation]));
  const breaks = listOperations(base).flatMap((was) => {
    const is = present.get(placeOf(was));
    return is ? [...findLostInputs(was, is), ...findWiderSuccesses(was, is), ...findNewBody(was, is)] : [];
  });
  // Report what several operations share once.
  const byPlace = new Map([...findLostTypes(base, revision), ...breaks].map((change) => [change.place, change]));
  return [...byPlace.values()];
}

/** Where an operation is, with `$ref`s followed, so that the place of a change is the one that its readers look at. */
function placeOf({ path, method }: Operation): Pointer {
  return pointTo("/paths", path, method.toLowerCase());
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

/** A server may pass over a property that it no longer knows; TypeScript takes it for a misspelt one. */
function findLostInputs(base: Operation, revision: Operation): Change[] {
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

/** The schemas of what callers send: of the body by media type, and of each parameter. */
function inputsOf(operation: Operation): Map<string, SchemaPart> {
  const place = placeOf(operation);
  const bodies = (operation.requestBody?.bodies ?? []).map(
    ({ mediaType, schema }) => [mediaType, schema, pointTo(place, "requestBody", "content", mediaType)] as const,
  );
  const parameters = operation.parameters.map(
    ({ in: location, name, schema }) => [`${location} ${name}`, schema, pointTo(place, "parameters", name)] as const,
  );
  return new Map(
    [...bodies, ...parameters].flatMap(([name, schema, pointer]) =>
      schema ? [[name, { schema, pointer: pointTo(pointer, "schema") }]] : [],
    ),
  );
}

/** Who reads the data of a success has only its documented forms in mind. */
function findWiderSuccesses(base: Operation, revision: Operation): Change[] {
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
function successesOf(operation: Operation): Map<string, { schema?: Schema | undefined; pointer: Pointer }> {
  const forms = operation.successes.flatMap(({ status, bodies }) => {
    const place = pointTo(placeOf(operation), "responses", status);
    if (bodies.length === 0) return [{ form: `${status} without a body`, pointer: place }];
    return bodies.map(({ mediaType, schema }) => ({
      form: `${status} with ${mediaType}`,
      pointer: pointTo(place, "content", mediaType),
      schema,
    }));
  });
  return new Map(forms.map(({ form, ...rest }) => [form, rest]));
}

/** A method takes the body before its options. */
function findNewBody(base: Operation, revision: Operation): Change[] {
  if (base.requestBody || !revision.requestBody) return [];
  const place = pointTo(placeOf(revision), "requestBody");
  return [breakAt(place, "The method now takes a body where callers pass their options.")];
}
