import { anchor, linkTo } from "../reference/anchors.ts";
import type { Credentials } from "../reference/credentials.ts";
import type { BodyReference, OperationReference } from "../reference/describe.ts";
import { type Direction, describePresence, type Field } from "../reference/fields.ts";
import { type Html, html } from "./html.ts";
import { inlineMarkdown, markdown } from "./markdown.ts";

/** Renders the request and responses of an operation as a plain list, which works without scripts, for links and in print. */
export function renderFieldList(operation: OperationReference): Html {
  const { id, method, path, summary, credentials, parameters, request, responses } = operation;
  const title = anchor(id, "fields");
  return html`
<article aria-labelledby="${title}">
  <h3 id="${title}">${summary}: <code>${method} ${path}</code></h3>
  ${renderCredentials(credentials)}
  ${
    parameters.length > 0 &&
    html`<h4>Parameters</h4>${fieldList(
      parameters.map((field) => ({ ...field, path: `${field.path} (${field.in})` })),
      "request",
    )}`
  }
  ${request && html`<h4 id="${request.id}">Request body${request.required && html` <span class="required">required</span>`}</h4>${markdown(request.description, 5)}${bodyFields(request, "request")}`}
  ${responses.map(
    ({ id: responseId, status, description, headers, body }) => html`
  <h4 id="${responseId}">Response <span class="${status.startsWith("2") ? "status" : "status failed"}">${status}</span></h4>
  ${markdown(description, 5)}
  ${headers.length > 0 && fieldList(headers, "response")}
  ${body && bodyFields(body, "response")}`,
  )}
</article>`;
}

function renderCredentials({ schemes, optional }: Credentials): Html {
  if (schemes.length === 0) return html`<h4>Authentication</h4><p>None.</p>`;
  return html`<h4>Authentication</h4>${schemes.map(
    ({ name, kind, description }) =>
      html`<p><code>${name}</code>: ${kind}${optional && html`, optional`}</p>${markdown(description, 5)}`,
  )}`;
}

function bodyFields({ mediaType, type, fields, description }: BodyReference, direction: Direction): Html {
  return html`<p><code>${mediaType}</code>, ${type}${direction === "response" && description && html`. ${inlineMarkdown(description)}`}</p>${fields.length > 0 && fieldList(fields, direction)}`;
}

function fieldList(fields: readonly Field[], direction: Direction): Html {
  return html`<dl class="fields">${fields.map((field) => renderField(field, describePresence(field, direction)))}
  </dl>`;
}

function renderField({ id, path, depth, type, deprecated, description, limits }: Field, presence: string): Html {
  const indent = `depth-${Math.min(depth, 6)}`;
  return html`
    <dt id="${id}" class="${indent}"><a href="${linkTo(id)}"><code>${path}</code></a> <span class="type">${type}</span>${presence && html` <span class="${presence === "required" ? "required" : "presence"}">${presence}</span>`}${deprecated && html` <span class="deprecated">deprecated</span>`}</dt>
    <dd class="${indent}">${description && markdown(description, 5)}${limits.length > 0 && html`<p class="limits">${limits.join("; ")}</p>`}</dd>`;
}
