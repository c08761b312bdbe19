import { type Kind, kindOf } from "./data.ts";
import { type Pointer, pointTo, valueAt } from "./pointer.ts";
import { pointerOf } from "./reference.ts";

/** The schemas of a document that have a name of their own. */
interface Named {
  /** By absolute `$id`, or by the `$id` as it is written. */
  ids: Map<string, Pointer>;
  /** By the pointer of what has the `$id`, and the anchor in it. */
  anchors: Map<string, Pointer>;
}

/** What surrounds a place of the document: the nearest `$id`, and where it is. */
interface Resource {
  base: string;
  pointer: Pointer;
}

const documentItself: Resource = { base: "", pointer: "" };

/**
 * Returns a copy of the document in which every `$ref` to a schema by its `$id` or `$anchor` is one by its pointer, and no
 * schema has an `$id` any more: most authors mean `#/components` to start from the document all the same.
 * https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
 */
export function withoutIds<T>(document: T): T {
  const named: Named = { ids: new Map(), anchors: new Map() };
  visit(document, "", "spec", documentItself, (schema, pointer, resource) => note(schema, pointer, resource, named));
  if (named.ids.size + named.anchors.size === 0) return document;
  return visit(document, "", "spec", documentItself, (schema, _, resource) => {
    const { $id, $anchor, ...rest } = schema;
    const kept = { ...(typeof $id !== "string" && $id !== undefined && { $id }), ...rest };
    if (typeof schema.$ref !== "string") return kept;
    return { ...kept, $ref: localRef(document, schema.$ref, resource, named) };
  }) as T;
}

/** Copies a part of the document; `change` gets each object of the spec before what is in it is copied. */
function visit(
  node: unknown,
  pointer: Pointer,
  kind: Kind,
  around: Resource,
  change: (node: Record<string, unknown>, pointer: Pointer, resource: Resource) => Record<string, unknown>,
): unknown {
  if (kind === "data" || typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) {
    return node.map((item, index) => visit(item, pointTo(pointer, index), "spec", around, change));
  }
  const own = node as Record<string, unknown>;
  const resource =
    kind === "spec" && typeof own.$id === "string" ? { base: resolved(own.$id, around), pointer } : around;
  const changed = kind === "spec" ? change(own, pointer, resource) : own;
  const entries = Object.entries(changed).map(([key, value]) => [
    key,
    visit(value, pointTo(pointer, key), kindOf(key, value, kind), resource, change),
  ]);
  return Object.fromEntries(entries);
}

function note(
  { $id, $anchor, ...schema }: Record<string, unknown>,
  pointer: Pointer,
  resource: Resource,
  named: Named,
) {
  if (typeof $id === "string") {
    for (const id of [$id, resource.base]) named.ids.set(id.replace(/#$/, ""), pointer);
  }
  if (typeof $anchor === "string") named.anchors.set(`${resource.pointer}#${$anchor}`, pointer);
  return schema;
}

function localRef(document: unknown, ref: string, resource: Resource, { ids, anchors }: Named): string {
  const [id = "", fragment = ""] = ref.split("#");
  const target = id === "" ? undefined : (ids.get(id) ?? ids.get(resolved(id, resource)));
  if (id !== "" && target === undefined) return ref;
  const owner = target ?? resource.pointer;
  const anchored = anchors.get(`${owner}#${fragment}`) ?? (id === "" ? anchors.get(`#${fragment}`) : undefined);
  if (anchored !== undefined) return `#${anchored}`;
  const isOfDocument = id === "" && valueAt(document, pointerOf(`#${fragment}`) ?? "") !== undefined;
  return `#${isOfDocument ? "" : owner}${fragment}`;
}

function resolved(id: string, { base }: Resource): string {
  return URL.canParse(id, base || undefined) ? new URL(id, base || undefined).href.replace(/#$/, "") : id;
}
