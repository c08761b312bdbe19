import { anchor } from "../reference/anchors.ts";
import type { OperationReference } from "../reference/describe.ts";
import { codeBlock } from "./code.ts";
import { type Html, html } from "./html.ts";
import { markdown } from "./markdown.ts";

/** Renders the documented failures, what each kind means, and whether to retry. */
export function renderFailures({ id, summary, responses, failures, seenInTheWild }: OperationReference): Html {
  const title = anchor(id, "failures");
  const documented = responses.filter(({ status }) => !status.startsWith("2"));
  return html`
  <section class="failures" aria-labelledby="${title} ${id}">
    <h3 id="${title}">Failures</h3>
    <dl>${documented.map(
      ({ status, description }) => html`
      <dt><span class="status failed">${status}</span></dt>
      <dd>${markdown(description)}</dd>`,
    )}
    </dl>
    <div class="wide" tabindex="0" role="region" aria-label="Failures of “${summary}”">
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
    <dl>${seenInTheWild.map(
      (seen) => html`
      <dt><span class="status${!seen.status.startsWith("2") && html` failed`}">${seen.status}</span> ${seen.summary}</dt>
      <dd>${codeBlock(textOf(seen.example), typeof seen.example === "string" ? "text" : "json", `${seen.status}: ${seen.summary}`)}</dd>`,
    )}
    </dl>`
    }
  </section>`;
}

function textOf(example: unknown): string {
  return typeof example === "string" ? example : JSON.stringify(example, null, 2);
}
