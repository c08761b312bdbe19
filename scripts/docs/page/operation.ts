import { anchor, linkTo } from "../reference/anchors.ts";
import type { OperationReference } from "../reference/describe.ts";
import { codeBlock } from "./code.ts";
import { renderConsole } from "./console.ts";
import { renderFailures } from "./failures.ts";
import { renderBody, renderCredentials, renderFields } from "./fields.ts";
import { type Html, html } from "./html.ts";
import { jsonTree } from "./json.ts";
import { markdown } from "./markdown.ts";
import { renderResponse } from "./response.ts";
import { renderTabs } from "./tabs.ts";

/** Renders an operation: what it does beside the call and its response; its fields and failures; the console. */
export function renderOperation(operation: OperationReference, baseUrl: string): Html {
  const { id, method, path, summary, lead, details, deprecated } = operation;
  return html`
<article class="operation" aria-labelledby="${id}">
  <header>
    <h2 id="${id}"><a class="self" href="${linkTo(id)}">${summary}</a></h2>
    <p class="route"><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code>${deprecated && html` <span class="deprecated">deprecated</span>`} <a class="try" href="${linkTo(anchor(id, "console"))}">Try it</a></p>
    ${markdown(lead)}
  </header>
  <div class="examples"><div class="sticky">
    ${renderSamples(operation)}
    ${renderExamples(operation)}
  </div></div>
  <div class="text">
    ${details && markdown(details)}
    ${renderRequest(operation)}
    ${renderFailures(operation)}
  </div>
  ${renderConsole(operation, baseUrl)}
</article>`;
}

function renderRequest(operation: OperationReference): Html {
  const { id, summary, credentials, parameters, request, responses } = operation;
  const title = anchor(id, "fields");
  return html`
    <section aria-labelledby="${title} ${id}">
      <h3 id="${title}">Authentication</h3>
      ${renderCredentials(credentials)}
      ${
        parameters.length > 0 &&
        html`<h3>Parameters</h3>${renderFields(
          parameters.map((field) => ({ ...field, type: `${field.in}, ${field.type}` })),
          "request",
          `${summary}: parameters`,
        )}`
      }
      ${request && html`<h3 id="${request.id}">Request body${request.required && html` <span class="required">required</span>`}</h3>${markdown(request.description, 4)}${renderBody(request, "request", `${summary}: request body`)}`}
      ${responses.filter(({ status }) => status.startsWith("2")).map((response) => renderResponse(operation, response, 3))}
    </section>`;
}

/** Renders the samples; the documented body if there is none. */
function renderSamples({ id, summary, samples, request }: OperationReference): Html | undefined {
  const panels = samples.map(({ label, language, code }) => ({
    id: anchor(id, "sample", label),
    label,
    content: codeBlock(code, language, `${summary} with ${label}`),
  }));
  if (panels.length === 0 && request?.example !== undefined) {
    const content = jsonTree(request.example, `Request body: ${summary}`);
    panels.push({ id: anchor(id, "sample", "body"), label: "Body", content });
  }
  return panels.length > 0 ? renderTabs("samples", `Samples: ${summary}`, panels) : undefined;
}

function renderExamples({ id, summary, responses }: OperationReference): Html | undefined {
  const panels = responses.flatMap(({ status, body }) =>
    body?.example === undefined
      ? []
      : {
          id: anchor(id, "example", status),
          label: status,
          content: jsonTree(body.example, `${summary}: example of a ${status} response`),
        },
  );
  return panels.length > 0 ? renderTabs("responses", `Responses: ${summary}`, panels) : undefined;
}
