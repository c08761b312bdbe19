import { anchor } from "../reference/anchors.ts";
import type { OperationReference } from "../reference/describe.ts";
import { type Html, html } from "./html.ts";

/** Renders the form of an operation's console, which `scripts/docs/browser/console` activates. */
export function renderConsole(operation: OperationReference, baseUrl: string): Html {
  const { id, method, path, summary, credentials, parameters, request } = operation;
  const title = anchor(id, "console");
  const body = JSON.stringify(request?.example ?? {}, null, 2);
  const field = (name: string) => anchor(id, "console", name);
  return html`
  <section class="console" aria-labelledby="${title} ${id}">
    <h3 id="${title}">Try it</h3>
    <p class="unscripted">The console needs JavaScript. Use the samples in a terminal instead.</p>
    <form class="scripted" data-operation="${id}" novalidate>
      <div class="request">
        <p class="note">Sends <code>${method} ${path}</code> with the generated client. The key stays in this page's memory and is sent only to the base URL.</p>
        <div class="inputs">
          <label for="${field("baseUrl")}">Base URL <input id="${field("baseUrl")}" name="baseUrl" type="url" value="${baseUrl}" required autocomplete="off" spellcheck="false"></label>
          ${credentials.bearer && html`<label for="${field("key")}">API key <input id="${field("key")}" name="key" type="password" autocomplete="off" spellcheck="false"></label>`}
          ${parameters.map(
            ({ name, in: place, required, example }) =>
              html`<label for="${field(`${place}.${name}`)}">${name} <small>${place}${required && ", required"}</small> <input id="${field(`${place}.${name}`)}" name="${place}.${name}" data-parameter="${name}" data-in="${place}" value="${example === undefined ? "" : String(example)}" autocomplete="off" spellcheck="false"></label>`,
          )}
        </div>
        ${
          request &&
          html`<label for="${field("body")}">Body <small>${request.mediaType}</small></label>
        <div class="editor"><pre aria-hidden="true"></pre><textarea id="${field("body")}" name="body" rows="${rowsOf(body)}" wrap="off" spellcheck="false" autocomplete="off" aria-describedby="${field("problem")}">${body}</textarea></div>`
        }
        <p class="problem" id="${field("problem")}" role="status"></p>
        <div class="actions">
          <button type="submit">Send</button> <button type="button" data-action="send-anyway" hidden>Send it anyway</button>
          <label for="${field("prefer")}" hidden>Response of the mock <select id="${field("prefer")}" name="prefer"><option value="">as documented</option>${failureCodes(operation).map((code) => html`<option>${code}</option>`)}</select></label>
        </div>
      </div>
      <div class="exchange">
        <h4>Request as curl</h4>
        <div class="code curl"><pre tabindex="0" role="region" aria-label="Request as curl: ${summary}"><code></code></pre></div>
        <div class="outcome"><div role="status"></div><div class="answer"></div></div>
      </div>
    </form>
  </section>`;
}

/** Statuses to ask the mock for: the documented ones, and the usual ones of a documented range. */
function failureCodes({ responses }: OperationReference): string[] {
  const usual: Record<string, string[]> = {
    "4XX": ["400", "401", "404", "429"],
    "5XX": ["500", "503"],
    default: ["400", "500"],
  };
  return responses.flatMap(({ status }) => (status.startsWith("2") ? [] : (usual[status] ?? [status])));
}

/** Rows of the text area for a text. */
function rowsOf(text: string): number {
  return Math.min(20, Math.max(6, text.split("\n").length + 1));
}
