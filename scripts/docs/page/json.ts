import type { Json } from "../../../src/openapi/document.ts";
import { type Html, html } from "./html.ts";

/** An object or list below the top starts folded if it has more lines. */
const openLines = 8;

/**
 * Renders a JSON value whose objects and lists fold, without a script.
 *
 * @param label Accessible name.
 */
export function jsonTree(value: Json, label: string): Html {
  return html`<div class="code json" tabindex="0" role="region" aria-label="${label}">${renderNode(value, html``, "", 0)}</div>`;
}

function renderNode(value: Json, key: Html, comma: string, depth: number): Html {
  const indent = "  ".repeat(depth);
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) {
    return html`<div>${indent}${key}<span class="${typeof value === "string" ? "s" : "n"}">${JSON.stringify(value)}</span>${comma}</div>`;
  }
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  const isOpen = depth === 0 || JSON.stringify(value, null, 1).split("\n").length <= openLines;
  const children = entries.map(([name, child], index) => {
    const childKey = isList ? html`` : html`<span class="k">${JSON.stringify(name)}</span>: `;
    return renderNode(child, childKey, index < entries.length - 1 ? "," : "", depth + 1);
  });
  return html`<details class="${isList ? "list" : "map"}"${isOpen && html` open`}><summary>${indent}${key}${isList ? "[" : "{"}</summary>${children}<div>${indent}${isList ? "]" : "}"}${comma}</div></details>`;
}
