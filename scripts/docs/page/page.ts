import { policyPlaceholder } from "../content-security-policy.ts";
import type { ApiReference } from "../reference/describe.ts";
import { html, raw } from "./html.ts";
import { markdown } from "./markdown.ts";
import { renderMenu } from "./menu.ts";
import { renderOperation } from "./operation.ts";

/** Parts of the page besides the API. */
export interface PageParts {
  styles: string;
  /** A style for which the first paint does not wait. */
  font: string;
  /** Runs before the first paint. */
  headScript: string;
  script: string;
}

/** Renders the page. Everything but the console is plain HTML, which scripts enhance. */
export function renderPage(api: ApiReference, { styles, font, headScript, script }: PageParts): string {
  const { title, version, summary, description, license, baseUrl, operations } = api;
  const hasMenu = operations.length > 1;
  const page = html`<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policyPlaceholder}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title}</title>
  <meta name="description" content="${summary}">
  <meta property="og:type" content="website">
  <meta property="og:title" content="${title}">
  <meta property="og:description" content="${summary}">
  <link rel="service-desc" type="application/vnd.oai.openapi+json" href="openapi.json">
  <link rel="service-desc" type="application/vnd.oai.openapi" href="openapi.yaml">
  <link rel="alternate" type="text/markdown" href="index.md" title="${title} as Markdown">
  <link rel="icon" href="data:,">
  <style>${raw(styles)}</style>
  <script>${raw(headScript)}</script>
</head>
<body${hasMenu && html` class="with-menu"`}>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
  ${hasMenu && html`<button type="button" class="menu-button" popovertarget="menu">Menu</button>`}
  <p class="brand"><a href="#main">${title}</a> <span class="version">${version}</span></p>
  <search class="scripted">
    <input type="search" role="combobox" placeholder="Search" aria-label="Search operations and fields" aria-keyshortcuts="/ Control+K" aria-expanded="false" aria-controls="results" aria-autocomplete="list" autocomplete="off" spellcheck="false">
    <kbd aria-hidden="true">/</kbd>
    <div id="results" role="listbox" aria-label="Results" hidden></div>
    <p class="visually-hidden" role="status"></p>
  </search>
  <nav aria-label="Other formats"><a href="reference.html">Redocly</a> <a href="openapi.yaml">OpenAPI</a> <a href="index.md">Markdown</a></nav>
  <button type="button" class="quiet scripted" data-action="theme" role="switch" aria-checked="false" aria-label="Dark colors"><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1m0 1.75v10.5a5.25 5.25 0 0 1 0-10.5"/></svg></button>
</header>
<div class="frame">
${hasMenu && renderMenu(operations)}
<main id="main" tabindex="-1">
  <div class="intro">
    <h1>${title}</h1>
    <p>${summary}</p>
  </div>
  ${operations.map((operation) => renderOperation(operation, baseUrl))}
  <section class="about" aria-labelledby="about">
    <h2 id="about">About this API</h2>
    ${markdown(description, 3)}
    <p id="reference">The same spec in Redocly's layout: <a href="reference.html">reference.html</a>.</p>
  </section>
</main>
</div>
<footer>
  <p>For machines: <a href="openapi.json">openapi.json</a>, <a href="openapi.yaml">openapi.yaml</a>, <a href="index.md">this page as Markdown</a>, <a href="llms.txt">llms.txt</a>.${license && html` License of the spec: ${license}.`}</p>
</footer>
<style>${raw(font)}</style>
<script>${raw(script)}</script>
</body>
</html>
`;
  return page.html;
}
