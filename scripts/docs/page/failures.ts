import type { Json } from "../../../src/openapi/document.ts";
import { anchor } from "../reference/anchors.ts";
import type { OperationReference } from "../reference/describe.ts";
import type { SeenResponse } from "../reference/failures.ts";
import { codeBlock } from "./code.ts";
import { type Html, html } from "./html.ts";
import { jsonTree } from "./json.ts";
import { inlineMarkdown } from "./markdown.ts";
import { renderResponse } from "./response.ts";

/** Renders the documented failures, what each kind means, and whether to retry. */
export function renderFailures(operation: OperationReference): Html {
  const { id, summary, responses, failures, seenInTheWild } = operation;
  const title = anchor(id, "failures");
  return html`
    <section aria-labelledby="${title} ${id}">
      <h3 id="${title}">Failures</h3>
      ${responses.filter(({ status }) => !status.startsWith("2")).map((response) => renderResponse(operation, response, 4))}
      <div class="wide" tabindex="0" role="region" aria-label="What to do after a failure: ${summary}">
      <table>
        <thead><tr><th scope="col">Failure</th><th scope="col">Effect</th><th scope="col">Retry?</th></tr></thead>
        <tbody>${failures.map(
          ({ sign, effect, again }) => html`
          <tr><th scope="row">${sign}</th><td>${effect}</td><td>${again}</td></tr>`,
        )}
        </tbody>
      </table>
      </div>
      ${
        seenInTheWild.length > 0 &&
        html`
      <h4>Seen in the wild</h4>
      <p>Public servers of this API have sent these. They are not a part of the contract.</p>
      ${seenInTheWild.map(renderSeen)}`
      }
    </section>`;
}

function renderSeen({ status, summary, example }: SeenResponse): Html {
  const label = `${status}: ${summary}`;
  return html`
      <details class="seen">
        <summary><span class="status${!status.startsWith("2") && " failed"}">${status}</span> ${inlineMarkdown(summary)}</summary>
        ${typeof example === "string" ? codeBlock(example, "text", label) : jsonTree(example as Json, label)}
      </details>`;
}
