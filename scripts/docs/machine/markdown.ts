import type { ApiReference, BodyReference, OperationReference } from "../reference/describe.ts";
import { type Direction, describePresence, type Field } from "../reference/fields.ts";

/** Renders the page as Markdown, with everything except the console. */
export function renderMarkdown(api: ApiReference): string {
  const { title, version, summary, description, baseUrl, license, operations } = api;
  return `${[
    `# ${title}`,
    `Version ${version}. ${summary}`,
    description.trim(),
    `Base URL: \`${baseUrl}\`. Description: [openapi.yaml](openapi.yaml), [openapi.json](openapi.json).${license && ` License: ${license}.`}`,
    ...operations.map(renderOperation),
  ]
    .filter(Boolean)
    .join("\n\n")}\n`;
}

function renderOperation(operation: OperationReference): string {
  const { method, path, summary, lead, details, credentials, parameters, request, responses, samples, failures } =
    operation;
  const { schemes, optional } = credentials;
  return [
    `## ${summary}`,
    `\`${method} ${path}\``,
    lead,
    details,
    ...samples.map(({ label, language, code }) => `### ${label}\n\n${fence(code, language.toLowerCase())}`),
    "### Authentication",
    schemes.length === 0
      ? "None."
      : schemes
          .map(
            ({ name, kind, description }) =>
              `\`${name}\`: ${kind}${optional ? ", optional" : ""}. ${description.trim()}`,
          )
          .join("\n\n"),
    parameters.length > 0 && `### Parameters\n\n${fieldTable(parameters, "request")}`,
    request && `### Request body\n\n${request.description.trim()}\n\n${bodyText(request, "request")}`,
    ...responses.map(({ status, description, headers, body }) =>
      [
        `### Response ${status}`,
        description.trim(),
        headers.length > 0 && fieldTable(headers, "response"),
        body && bodyText(body, "response"),
      ]
        .filter(Boolean)
        .join("\n\n"),
    ),
    "### Failures",
    table(
      ["Failure", "Effect", "Retry?"],
      failures.map(({ sign, effect, again }) => [sign, effect, again]),
    ),
    ...seenInTheWildText(operation),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function seenInTheWildText({ seenInTheWild }: OperationReference): string[] {
  if (seenInTheWild.length === 0) return [];
  return [
    "### Seen in the wild",
    "Public servers of this API have sent these. They are not a part of the contract.",
    ...seenInTheWild.map(({ status, summary, example }) =>
      typeof example === "string"
        ? `${status} ${summary}:\n\n${fence(example, "text")}`
        : `${status} ${summary}:\n\n${fence(JSON.stringify(example, null, 2), "json")}`,
    ),
  ];
}

function bodyText({ mediaType, type, fields, example }: BodyReference, direction: Direction): string {
  return [
    `\`${mediaType}\`, ${type}.`,
    fields.length > 0 && fieldTable(fields, direction),
    example !== undefined && `Example:\n\n${fence(JSON.stringify(example, null, 2), "json")}`,
  ]
    .filter(Boolean)
    .join("\n\n");
}

function fieldTable(fields: readonly Field[], direction: Direction): string {
  return table(
    ["field", "type", "presence", "description"],
    fields.map((field) => [
      `\`${field.path}\``,
      field.type,
      describePresence(field, direction),
      [
        field.deprecated ? "Deprecated." : "",
        field.description,
        field.limits.length > 0 ? `(${field.limits.join("; ")})` : "",
      ]
        .join(" ")
        .trim(),
    ]),
  );
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Returns a fence that is longer than any in the code. */
function fence(code: string, language: string): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${language}\n${code}\n${ticks}`;
}
