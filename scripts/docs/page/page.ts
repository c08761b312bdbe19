import { policyPlaceholder } from "../content-security-policy.ts";
import type { ApiReference } from "../reference/describe.ts";
import { renderFieldList } from "./fields.ts";
import { type Html, html, raw } from "./html.ts";
import { inlineMarkdown, markdown } from "./markdown.ts";
import { renderOperation } from "./operation.ts";

/** Parts of the page besides the API. */
export interface PageParts {
  /** Our style sheet. */
  styles: string;
  /** Our script, which runs before Redoc's. */
  script: string;
  /** The module that renders Redoc into `#redoc`. */
  redocScript: string;
}

/** Renders the page. Operations are plain HTML; scripts enhance them. */
export function renderPage(api: ApiReference, { styles, script, redocScript }: PageParts): string {
  const { title, version, summary, description, license, baseUrl, operations } = api;
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
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
  <p><a href="#main">${title}</a> <span class="version">${version}</span></p>
  <nav aria-label="Page">
    <button type="button" data-action="search" hidden>Search</button>
    <a href="#reference">Reference</a>
    <a href="openapi.yaml">OpenAPI</a>
    <a href="index.md">Markdown</a>
  </nav>
</header>
<main id="main" tabindex="-1">
  <div class="intro">
    <h1>${title}</h1>
    <p>${summary}</p>
    ${operations.length > 1 && operationList(api)}
  </div>
  ${operations.map((operation) => renderOperation(operation, baseUrl))}
  <section class="about" aria-labelledby="about">
    <h2 id="about">About this API</h2>
    ${markdown(description, 3)}
  </section>
  <section class="reference" aria-labelledby="reference">
    <div class="bar">
      <h2 id="reference">Reference</h2>
      <div class="views" role="group" aria-label="Show the reference as" hidden>
        <button type="button" data-view="explorer" aria-pressed="false">Explorer</button>
        <button type="button" data-view="list" aria-pressed="true">List</button>
      </div>
    </div>
    <div id="list">${operations.map(renderFieldList)}</div>
    <div id="redoc"></div>
  </section>
</main>
<footer class="bottom">
  <p>For machines: <a href="openapi.json">openapi.json</a>, <a href="openapi.yaml">openapi.yaml</a>, <a href="index.md">this page as Markdown</a>, <a href="llms.txt">llms.txt</a>.${license && html` License of the spec: ${license}.`} Rendered with Redocly.</p>
</footer>
<script>${raw(script)}</script>
<script type="module">${raw(redocScript)}</script>
</body>
</html>
`;
  return page.html;
}

function operationList({ operations }: ApiReference): Html {
  return html`<nav aria-label="Operations"><ul>${operations.map(
    ({ id, summary, method, path }) =>
      html`<li><a href="#${id}">${inlineMarkdown(summary)}</a> <code>${method} ${path}</code></li>`,
  )}</ul></nav>`;
}
