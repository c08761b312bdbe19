import { type Html, html } from "./html.ts";

/** The content of a tab. */
export interface Panel {
  id: string;
  label: string;
  content: Html;
}

/**
 * Renders panels as tabs. Without a script and on paper all panels show, each below its heading.
 *
 * @param group What the panels are. Choosing a tab of `samples` also chooses the one of the same label in all other samples.
 * @param name Accessible name of the tab list.
 */
export function renderTabs(group: string, name: string, panels: readonly Panel[]): Html {
  return html`
      <div class="tabs ${group}" data-group="${group}">
        <div class="scripted" role="tablist" aria-label="${name}">${panels.map(
          ({ id, label }, index) =>
            html`<button type="button" role="tab" id="${id}.tab" aria-controls="${id}" aria-selected="${index === 0 ? "true" : "false"}"${index > 0 && html` tabindex="-1"`}>${label}</button>`,
        )}</div>
        ${panels.map(
          ({ id, label, content }, index) => html`
        <div class="panel${index === 0 && " current"}" id="${id}" role="tabpanel" aria-labelledby="${id}.tab">
          <h3 class="unscripted">${label}</h3>
          ${content}
        </div>`,
        )}
      </div>`;
}
