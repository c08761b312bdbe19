import type { OperationReference, ResponseReference } from "../reference/describe.ts";
import { renderBody, renderFields } from "./fields.ts";
import { type Html, html, raw } from "./html.ts";
import { markdown } from "./markdown.ts";

/** Renders a documented response: what it means, its headers, its fields. */
export function renderResponse(
  { summary }: OperationReference,
  { id, status, description, headers, body }: ResponseReference,
  level: number,
): Html {
  const name = `${summary}: response ${status}`;
  return html`
      ${raw(`<h${level} id="${id}">`)}Response <span class="status${!status.startsWith("2") && " failed"}">${status}</span>${raw(`</h${level}>`)}
      ${markdown(description, level + 1)}
      ${headers.length > 0 && renderFields(headers, "response", `${name}, headers`)}
      ${body && renderBody(body, "response", name)}`;
}
