import { anchor } from "../reference/anchors.ts";
import type { OperationReference } from "../reference/describe.ts";
import { type Html, html } from "./html.ts";

/** Renders the form of an operation's console. `scripts/docs/browser/console.ts` activates it; without scripts it stays hidden. */
export function renderConsole(operation: OperationReference, baseUrl: string): Html {
  const { id, method, path, credentials, parameters, request } = operation;
  const title = anchor(id, "console");
  const field = (name: string) => anchor(id, "console", name);
  return html`
  <section class="console" aria-labelledby="${title} ${id}">
    <h3 id="${title}">Try it</h3>
    <noscript><p>The console needs JavaScript. Use the samples above in a terminal instead.</p></noscript>
    <form data-operation="${id}" hidden novalidate>
      <p class="note">Sends <code>${method} ${path}</code> with the generated client. The key stays in this page's memory and goes nowhere but to the base URL.</p>
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
        html`<label for="${field("body")}">Body <small>${request.mediaType}</small>
        <textarea id="${field("body")}" name="body" rows="${lines(request.example)}" spellcheck="false" autocomplete="off" aria-describedby="${field("problem")}">${JSON.stringify(request.example ?? {}, null, 2)}</textarea></label>`
      }
      <p class="problem" id="${field("problem")}" role="alert" hidden></p>
      <p class="actions"><button type="submit">Send</button> <button type="button" data-action="send-anyway" hidden>Send it anyway</button></p>
      <div class="outcome" role="status"></div>
    </form>
  </section>`;
}

function lines(example: unknown): number {
  return Math.min(16, JSON.stringify(example ?? {}, null, 2).split("\n").length + 1);
}
