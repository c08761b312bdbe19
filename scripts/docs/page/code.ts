import hljs from "highlight.js/lib/common";
import { type Html, html, raw } from "./html.ts";

/**
 * Renders highlighted code that also scrolls by keyboard, with room for the copy button.
 *
 * @param language Any name of it; an unknown one is not highlighted.
 * @param label Accessible name.
 */
export function codeBlock(code: string, language: string, label: string): Html {
  // highlight.js means a session by "shell".
  const name = language.toLowerCase() === "shell" ? "bash" : language;
  const known = hljs.getLanguage(name) ? name : "plaintext";
  const { value } = hljs.highlight(code, { language: known });
  return html`<div class="code"><pre tabindex="0" role="region" aria-label="${label}"><code>${raw(value)}</code></pre></div>`;
}
