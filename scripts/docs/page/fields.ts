import { linkTo } from "../reference/anchors.ts";
import type { Credentials } from "../reference/credentials.ts";
import type { BodyReference } from "../reference/describe.ts";
import { type Direction, describePresence, type Field } from "../reference/fields.ts";
import { type Html, html } from "./html.ts";
import { inlineMarkdown, markdown } from "./markdown.ts";

/** A list of fields inside another starts folded if it and its own lists have more fields. */
const openFields = 6;

/** Renders how a caller authenticates. */
export function renderCredentials({ schemes, optional }: Credentials): Html {
  if (schemes.length === 0) return html`<p>None.</p>`;
  return html`${schemes.map(
    ({ name, kind, description }) =>
      html`<p><code>${name}</code> <span class="type">${kind}${optional && html`, optional`}</span></p>${markdown(description, 5)}`,
  )}`;
}

/** Renders the media type, type and fields of a body. */
export function renderBody(body: BodyReference, direction: Direction, name: string): Html {
  const { mediaType, type, fields, description } = body;
  const canFold = nest(fields).some(hasFold);
  return html`
      <div class="body">
        <p class="media"><code>${mediaType}</code> ${type}${canFold && html` <button type="button" class="quiet scripted" data-action="expand-all" aria-label="Expand all fields: ${name}">Expand all</button>`}</p>
        ${direction === "response" && description && html`<p>${inlineMarkdown(description)}</p>`}
        ${fields.length > 0 && renderFields(fields, direction, name)}
      </div>`;
}

/**
 * Renders a list of fields, each with the fields inside it below. Long lists inside others are folded, and found by a
 * search in the page; without a script all are open.
 *
 * @param name Accessible name.
 */
export function renderFields(fields: readonly Field[], direction: Direction, name: string): Html {
  return html`
      <ul class="fields" aria-label="${name}">${nest(fields).map((node) => renderField(node, direction))}
      </ul>`;
}

interface FieldNode {
  field: Field;
  children: FieldNode[];
}

/** Turns the list, in which each field stands after its parent, into a tree. */
function nest(fields: readonly Field[]): FieldNode[] {
  const roots: FieldNode[] = [];
  const open: FieldNode[] = [];
  for (const field of fields) {
    const node = { field, children: [] };
    open.length = Math.min(open.length, field.depth);
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  }
  return roots;
}

/** Whether the fields inside start folded. A list's only child, its item, does not: it says nothing by itself. */
function isFolded({ children }: FieldNode): boolean {
  return children.length > 1 && count(children) > openFields;
}

function hasFold(node: FieldNode): boolean {
  return isFolded(node) || node.children.some(hasFold);
}

function count(nodes: readonly FieldNode[]): number {
  return nodes.reduce((sum, { children }) => sum + 1 + count(children), 0);
}

function renderField(node: FieldNode, direction: Direction): Html {
  const { id, path, type, deprecated, description, limits } = node.field;
  const presence = describePresence(node.field, direction);
  const dot = path.lastIndexOf(".") + 1;
  const folded = isFolded(node);
  return html`
      <li id="${id}"><p class="field"><a class="self" href="${linkTo(id)}"><code>${dot > 0 && html`<i>${path.slice(0, dot)}</i>`}${path.slice(dot)}</code></a> <span class="type">${type}</span>${presence && html` <span class="${presence === "required" ? "required" : "presence"}">${presence}</span>`}${deprecated && html` <span class="deprecated">deprecated</span>`}</p>
        ${description && markdown(description, 5)}${limits.length > 0 && html`<p class="limits">${limits.join("; ")}</p>`}
        ${folded && html`<button type="button" class="quiet fold scripted" aria-expanded="false" >${count(node.children)} fields<span class="visually-hidden"> of ${path}</span></button>`}
        ${node.children.length > 0 && html`<ul class="fields"${folded && html` hidden="until-found"`}>${node.children.map((child) => renderField(child, direction))}</ul>`}
      </li>`;
}
