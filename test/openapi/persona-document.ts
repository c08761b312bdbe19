import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { pointTo, valueAt } from "../../src/openapi/pointer.ts";
import { defaultSpec, readDocument } from "../../src/openapi/read-document.ts";

const path = "/suno/persona/create/";

/** The description with this endpoint alone: what tests say of it holds whatever stands beside it one day. */
export async function readPersonaDocument(): Promise<OpenApiDocument> {
  const document = await readDocument(defaultSpec);
  const paths = { [path]: document.paths?.[path] ?? {} };
  const reached = new Set<string>();
  const follow = (node: unknown) => {
    JSON.stringify(node, (key, value) => {
      if (key === "$ref" && !reached.has(value)) follow(valueAt(document, reached.add(value) && value.slice(1)));
      return value;
    });
  };
  follow(paths);
  const sections = Object.entries(document.components ?? {}).map(([section, parts = {}]) => {
    const isReached = ([name]: [string, unknown]) => reached.has(`#${pointTo("/components", section, name)}`);
    // Security schemes are referred to by name.
    const kept = section === "securitySchemes" ? parts : Object.fromEntries(Object.entries(parts).filter(isReached));
    return [section, kept];
  });
  return { ...document, paths, components: Object.fromEntries(sections) };
}
