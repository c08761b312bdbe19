import { readablePath, withValue } from "../../openapi/pointer.ts";
import { keywordOf } from "../../openapi/schema-parts.ts";
import type { BodyLocation } from "../values/body-locations.ts";
import { titleOf } from "../values/candidate.ts";
import { validValues } from "../values/keywords/index.ts";
import { isIdentifier } from "../values/locate.ts";
import { sample } from "../values/sample.ts";
import { validVariants } from "../values/single-error.ts";
import { success } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";

/** Valid bodies at the limits of what the schema allows. */
export function* boundaries(context: CaseContext): Generator<CaseDraft> {
  const { operation, locations, base, fullBody } = context;
  const { body } = operation;
  if (!body || base.body === undefined) return;
  const valid = (name: string, title: string, value: unknown, pointer = body.schemaPointer) => {
    // Some servers treat an empty value as no body.
    const expected = success(value ? "document" : "recommendation");
    return { name, title, requests: [buildRequest(context, { body: value })], expected, pointer };
  };

  if (JSON.stringify(fullBody) !== JSON.stringify(base.body)) {
    yield valid("full", "all optional properties are present", fullBody);
  }
  for (const location of locations) {
    // The longer lists are for negative test cases.
    if (location.id !== location.path) continue;
    const pointer = location.parts[0]?.pointer;
    // Another id would name another thing, which may not exist.
    const fixed = isIdentifier(location) && !Array.isArray(location.value);
    if (fixed && typeof location.value === "string" && keywordOf(location.parts, "format") === "uuid") {
      const upper = withValue(location.root, location.path, location.value.toUpperCase());
      const title = `\`${readablePath(location.path)}\` is the same UUID in upper case (RFC 9562, section 4)`;
      if (body.validate(upper).length === 0) {
        const request = buildRequest(context, { body: upper });
        yield {
          name: `${location.id}/capitals`,
          title,
          requests: [request],
          expected: success("recommendation", "capitalUuid"),
          pointer,
        };
      }
    }
    for (const { candidate, body: changed } of fixed
      ? []
      : validVariants(body, location, validValues(location, context.seed))) {
      const { raw } = candidate;
      const sent = raw === undefined ? changed : body.withJson?.(location.root, location.path, raw);
      if (sent === undefined) continue;
      yield valid(`${location.id}/${candidate.name}`, titleOf(location, candidate), sent, pointer);
    }
    const isInBase = locations.some(({ path, root }) => path === location.path && root === base.body);
    // A list that is required and not in the base is empty there.
    if (!isInBase && (!location.required || Array.isArray(location.value))) {
      yield valid(`${location.id}/present`, `\`${readablePath(location.path)}\` is there`, location.root, pointer);
    }
    if (isInBase && !location.required) {
      const without = withValue(location.root, location.path, undefined);
      if (body.validate(without).length === 0) {
        yield valid(
          `${location.id}/absent`,
          `\`${readablePath(location.path)}\` is absent, and optional`,
          without,
          pointer,
        );
      }
    }
    for (const [index, other] of otherBranches(context, location).entries()) {
      const changed = withValue(location.root, location.path, other);
      if (body.validate(changed).length > 0) continue;
      yield valid(
        `${location.id}/kind-${index}`,
        `${readablePath(location.path)} matches branch ${index + 1} of its oneOf or anyOf`,
        changed,
        pointer,
      );
    }
    if (!isObject(location.value)) continue;
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`unknown${index}`, index]));
    for (const [name, about, extra] of [
      ["unknown-property", "an undocumented property", { unknownProperty: "x" }],
      ["unknown-null", "an undocumented property, null", { unknownProperty: null }],
      ["unknown-object", "an undocumented object", { unknownProperty: { a: [1] } }],
      [
        "unknown-member",
        "properties named like members of every object",
        { constructor: "x", toString: "x", valueOf: "x" },
      ],
      ["unknown-empty", "a property with an empty name", { "": "x" }],
      ["unknown-many", "a hundred undocumented properties", many],
    ] as const) {
      const opened = withValue(location.root, location.path, { ...location.value, ...extra });
      const title = `${readablePath(location.path)} has ${about}, which the schema allows`;
      if (body.validate(opened).length === 0) yield valid(`${location.id}/${name}`, title, opened, pointer);
    }
  }
}

/** A value for each branch of the location's `oneOf`s and `anyOf`s. */
function otherBranches({ operation: { document }, seed }: CaseContext, { parts }: BodyLocation): unknown[] {
  const lists = parts.filter(({ schema }) => Array.isArray(schema.oneOf ?? schema.anyOf));
  return lists.flatMap((list, index) => {
    const branches = (list.schema.oneOf ?? list.schema.anyOf) as unknown[];
    // What stands beside the outermost list counts; a list within a branch is one of its own.
    const { schema, pointer } = (index === 0 && parts[0]) || list;
    return branches.slice(0, 8).map((_, branch) => sample(schema, pointer, { document, seed, branch }));
  });
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
