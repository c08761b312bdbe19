import type { OpenApiDocument } from "../../src/openapi/document.ts";
import type { Command, Language } from "./language.ts";

/**
 * The README of a client: how it is installed, its first call, and how that is run.
 *
 * @param files The client's other files, by name.
 * @param firstCall The program that makes the call; undefined where the description documents none.
 */
export function renderReadme(
  { info }: OpenApiDocument,
  language: Language,
  files: ReadonlyMap<string, string>,
  packageName: string,
  firstCall: string | undefined,
): string {
  const { title, client, needs } = language;
  const [licence] = files.get("LICENSE")?.split("\n") ?? [];
  return `# ${info.title} for ${title}

Version ${info.version}, made by \`redocly generate-client\`: make it again rather than edit it. It needs ${needs}.
${renderInstall(language, files.get(client) ?? "", packageName)}
${firstCall === undefined ? "" : `${renderFirstCall(language, packageName, firstCall)}\n`}[REFERENCE.md](REFERENCE.md) lists all calls. [${licence}](LICENSE).
`;
}

function renderInstall({ name, client, packages, place, module }: Language, code: string, packageName: string): string {
  if (module) {
    const copy = `Copy this folder into your project as \`${name}\`, and there (\`${type(module.create)}\` makes a new one):`;
    return `${copy}\n\n${fence("sh", type(module.require(packageName)))}`;
  }
  const copy = `Copy \`${client}\` into your project${place ? ` as \`${place(code)}\`` : ""}`;
  return packages === undefined ? `${copy}.\n` : `${copy}, and there:\n\n${fence("sh", packages)}`;
}

function renderFirstCall({ example, run, typed }: Language, packageName: string, firstCall: string): string {
  return `Save the first call as \`${example.file}\`:

${fence(example.file.split(".").at(-1), firstCall.trimEnd())}
It calls the mock, which \`npm ci && npm run mock\` starts in a checkout of \`${packageName}\`. While it runs:

${fence("sh", typed ?? run.map(type).join(" && "))}`;
}

/** A command as it is typed: none of ours has a part that a shell would take for more than one. */
function type(command: Command): string {
  return command.join(" ");
}

function fence(language: string | undefined, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\`\n`;
}
