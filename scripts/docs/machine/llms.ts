import type { ApiReference } from "../reference/describe.ts";

/** Renders `llms.txt`, an index for language models: https://llmstxt.org */
export function renderLlms({ title, summary, operations }: ApiReference): string {
  const calls = operations.map(
    ({ method, path, summary: name, lead }) => `- \`${method} ${path}\`: ${name}. ${lead.replaceAll(/\s+/g, " ")}`,
  );
  const docs = [
    "- [Full reference as Markdown](index.md): operations, fields, responses, samples, failures",
    "- [OpenAPI spec, YAML](openapi.yaml): the source of everything else",
    "- [OpenAPI spec, JSON](openapi.json): the same",
  ];
  return `# ${title}\n\n> ${summary}\n\n${calls.join("\n")}\n\n## Docs\n\n${docs.join("\n")}\n`;
}
