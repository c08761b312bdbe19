import { describe, expect, test } from "vitest";
import { renderLlms } from "../../../scripts/docs/machine/llms.ts";
import { renderMarkdown } from "../../../scripts/docs/machine/markdown.ts";
import { html, raw } from "../../../scripts/docs/page/html.ts";
import { jsonTree } from "../../../scripts/docs/page/json.ts";
import { markdown } from "../../../scripts/docs/page/markdown.ts";
import { describeApi } from "../../../scripts/docs/reference/describe.ts";
import { renderBarePage } from "../../helpers/docs-page.ts";
import { readPersonaDocument } from "../../openapi/persona-document.ts";

const document = await readPersonaDocument();
const { title, summary } = document.info as typeof document.info & { summary: string };
const api = describeApi(document);
const page = renderBarePage(api);

describe("HTML", () => {
  test("escapes texts, and takes pieces and lists of pieces as they are", () => {
    expect(
      html`<p title="${'a"<b>'}">${"<&>"}${raw("<b>x</b>")}${[html`1`, html`2`]}${undefined}${false}</p>`.html,
    ).toBe('<p title="a&quot;&lt;b&gt;">&lt;&amp;&gt;<b>x</b>12</p>');
  });

  test("of a description has no HTML of its own, no image, and headings below the page's", () => {
    const { html: text } = markdown("# Title\n\n<script>alert(1)</script>\n\n![x](http://a/b.png) `code`", 4);
    expect(text).toContain("<h4>Title</h4>");
    expect(text).not.toContain("<script");
    expect(text).not.toContain("<img");
    expect(text).toContain("<code>code</code>");
  });
});

describe("a field says whether it is there", () => {
  const twin = renderMarkdown(api);
  /** The first line of a field on the page. */
  const rowOf = (id: string) => page.split("\n").find((line) => line.includes(`<li id="${id}">`));
  test.each([
    ["request.root_clip_id", "required", "required"],
    ["response.200.clip.metadata", "always present", "presence"],
    ["response.200.clip.metadata.stream", "may be absent", "presence"],
    ["response.200.persona_clips.*.id", "may be absent", "presence"],
  ])("%s: %s", (id, words, className) => {
    const path = id.replace(/^(request|response\.200)\./, "");
    expect(rowOf(`createPersona.${id}`)).toContain(`<span class="${className}">${words}</span>`);
    expect(twin).toMatch(new RegExp(`^\\| \`${path.replace("*", "\\*")}\` \\| [^|]* \\| ${words} \\|`, "m"));
  });

  test("the items of a list: nothing", () => {
    expect(rowOf("createPersona.request.clips.*")).toMatch(/<span class="type">[^<]*<\/span><\/p>$/);
  });
});

describe("an example as JSON", () => {
  const value = { small: { a: 1 }, large: { list: [1, 2, 3, 4, 5, 6, 7, 8] }, text: "a <b>", none: {}, nothing: null };
  const tree = jsonTree(value, "Example").html;

  test("has all of the value, escaped", () => {
    const text = tree
      .replaceAll(/<[^>]*>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"');
    expect(JSON.parse(text)).toEqual(value);
  });

  test("folds its objects and lists, those that are long from the start", () => {
    const folds = [...tree.matchAll(/<details class="(\w+)"( open)?><summary>\s*(?:<span class="k">&quot;(\w+))?/g)];
    expect(folds.map(([, kind, open, key]) => [key ?? "", kind, open !== undefined])).toEqual([
      ["", "map", true],
      ["small", "map", true],
      ["large", "map", false],
      ["list", "list", false],
    ]);
  });
});

describe("what servers send without documenting it", () => {
  test("stands below the failures, as no part of the contract", () => {
    const twin = renderMarkdown(api);
    expect(page).toContain("<h4>Seen in the wild</h4>");
    for (const text of [page, twin]) {
      expect(text).toContain("They are not a part of the contract.");
      for (const { summary: says } of api.operations[0]?.seenInTheWild ?? [])
        expect(text).toContain(says.split("`")[0]);
    }
    expect(twin).toContain("fail_to_fetch_task");
    expect(page).toContain("&lt;title&gt;524&lt;/title&gt;");
    expect(api.operations[0]?.seenInTheWild).toHaveLength(5);
  });

  test("is left out where the spec lists none", () => {
    const [operation] = api.operations;
    const silent = { ...api, operations: operation ? [{ ...operation, seenInTheWild: [] }] : [] };
    expect(renderBarePage(silent)).not.toContain("Seen in the wild");
    expect(renderMarkdown(silent)).not.toContain("Seen in the wild");
  });
});

describe("for machines", () => {
  test("the head tells title, description, Open Graph, and where the description and the Markdown are", () => {
    for (const part of [
      html`<title>${title}</title>`.html,
      html`<meta name="description" content="${summary}">`.html,
      html`<meta property="og:title" content="${title}">`.html,
      html`<meta property="og:description" content="${summary}`.html,
      '<link rel="service-desc" type="application/vnd.oai.openapi+json" href="openapi.json">',
      '<link rel="alternate" type="text/markdown" href="index.md"',
    ]) {
      expect(page).toContain(part);
    }
  });

  test("the Markdown twin says every field, response, sample and failure that the page says", () => {
    const twin = renderMarkdown(api);
    const [operation] = api.operations;
    for (const { path, description } of [
      ...(operation?.request?.fields ?? []),
      ...(operation?.responses.flatMap(({ body }) => body?.fields ?? []) ?? []),
    ]) {
      expect(twin).toContain(`| \`${path}\` |`);
      expect(twin).toContain(description.replaceAll(/\s*\n\s*/g, " "));
    }
    for (const { code } of operation?.samples ?? []) expect(twin).toContain(code);
    for (const { effect, again } of operation?.failures ?? []) expect(twin).toContain(`${effect} | ${again}`);
    for (const { status } of operation?.responses ?? []) expect(twin).toContain(`### Response ${status}`);
  });

  test("a table's cell holds no bar and no line break, and a fence is longer than those in its code", () => {
    const [operation] = api.operations;
    if (!operation?.request) throw new Error("There is no operation.");
    const fields = [{ ...operation.request.fields[0], description: "a | b\nc" }] as typeof operation.request.fields;
    const samples = [{ label: "x", language: "Markdown", code: "````\ncode" }];
    const twin = renderMarkdown({
      ...api,
      operations: [{ ...operation, request: { ...operation.request, fields }, samples }],
    });
    expect(twin).toContain("a \\| b c");
    expect(twin).toContain("`````markdown\n````\ncode\n`````");
  });

  test("llms.txt names the operations and leads to the rest", () => {
    const text = renderLlms(api);
    expect(text.startsWith(`# ${title}\n\n> ${summary}\n`)).toBe(true);
    expect(text).toContain("`POST /suno/persona/create/`");
    for (const file of ["index.md", "openapi.yaml", "openapi.json"]) expect(text).toContain(`](${file})`);
  });
});
