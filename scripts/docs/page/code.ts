import hljs from "highlight.js/lib/common";
import { type Html, html, raw } from "./html.ts";

/**
 * Code with its colours, which scrolls by keyboard too, and room for the button that copies it.
 *
 * @param language By any name that it has; one that is not known has no colours.
 * @param label What it is, for who cannot see it.
 */
export function codeBlock(code: string, language: string, label: string): Html {
  const known = hljs.getLanguage(language) ? language : "plaintext";
  const { value } = hljs.highlight(code, { language: known });
  return html`<div class="code"><pre tabindex="0" role="region" aria-label="${label}"><code>${raw(value)}</code></pre></div>`;
}
