import { linkTo } from "../reference/anchors.ts";
import type { OperationReference } from "../reference/describe.ts";
import { type Html, html } from "./html.ts";

/** Renders the side menu: the operations by tag. On a phone it is a popover, which needs no script. */
export function renderMenu(operations: readonly OperationReference[]): Html {
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  return html`
<nav id="menu" popover aria-label="Operations">${tags.map(
    (tag) => html`
  ${tag && html`<p>${tag}</p>`}
  <ul>${operations
    .filter((operation) => operation.tag === tag)
    .map(
      ({ id, method, summary }) => html`
    <li><a href="${linkTo(id)}"><span>${summary}</span> <span class="method ${method.toLowerCase()}">${method}</span></a></li>`,
    )}
  </ul>`,
  )}
</nav>`;
}
