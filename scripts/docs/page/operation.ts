import { anchor, linkTo } from "../reference/anchors.ts";
import type { OperationReference, ResponseReference } from "../reference/describe.ts";
import { codeBlock } from "./code.ts";
import { renderConsole } from "./console.ts";
import { renderFailures } from "./failures.ts";
import { type Html, html } from "./html.ts";
import { inlineMarkdown, markdown } from "./markdown.ts";

/** Renders an operation: what it does, the call, its response; then the console and the failures. */
export function renderOperation(operation: OperationReference, baseUrl: string): Html {
  const { id, method, path, summary, lead, details } = operation;
  return html`
<article class="operation" aria-labelledby="${id}">
  <div class="first">
    <header>
      <h2 id="${id}">${summary}</h2>
      <p class="route"><span class="method">${method}</span> <code>${path}</code></p>
      <div class="lead">${markdown(lead)}</div>
    </header>
    <div class="example">
      ${renderSamples(operation)}
      ${renderSuccess(operation)}
    </div>
    <div class="details">
      ${details && markdown(details)}
      <p><a href="${linkTo(anchor(id, "fields"))}">All fields</a>, <a href="${linkTo(anchor(id, "console"))}">try it</a>, <a href="${linkTo(anchor(id, "failures"))}">failures</a></p>
    </div>
  </div>
  ${renderConsole(operation, baseUrl)}
  ${renderFailures(operation)}
</article>`;
}

/** Renders the samples, one open at a time, without a script; the documented body if there is no sample. */
function renderSamples({ id, summary, samples, request }: OperationReference): Html {
  if (samples.length === 0) {
    const body = request?.example === undefined ? "" : JSON.stringify(request.example, null, 2);
    return html`${body && codeBlock(body, "json", `Request body: ${summary}`)}`;
  }
  return html`${samples.map(
    ({ label, language, code }, index) => html`
      <details class="sample" name="${id}-samples"${index === 0 && html` open`}>
        <summary>${label}</summary>
        ${codeBlock(code, language, `${summary} with ${label}`)}
      </details>`,
  )}`;
}

function renderSuccess({ responses, summary }: OperationReference): Html {
  const success = responses.find(({ status }) => status.startsWith("2"));
  if (!success) return html``;
  return html`
      <div class="answer">
        <h3><span class="status">${success.status}</span> Response</h3>
        <p>${inlineMarkdown(success.description.trim())}</p>
        ${exampleOf(success, summary)}
      </div>`;
}

function exampleOf({ body, status }: ResponseReference, summary: string): Html | undefined {
  if (body?.example === undefined) return undefined;
  return codeBlock(JSON.stringify(body.example, null, 2), "json", `${summary}: example of a ${status} response`);
}
