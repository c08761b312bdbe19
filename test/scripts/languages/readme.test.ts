import { describe, expect, test } from "vitest";
import { go } from "../../../scripts/languages/go.ts";
import { languages } from "../../../scripts/languages/languages.ts";
import { renderReadme } from "../../../scripts/languages/readme.ts";
import { readPersonaDocument } from "../../openapi/persona-document.ts";

const document = await readPersonaDocument();
const readmeOf = (language: (typeof languages)[number], firstCall: string | undefined) => {
  const files = new Map([
    [language.client, "package api;\nnamespace Api;\n"],
    ["LICENSE", "MIT License\n\nCopyright\n"],
  ]);
  return renderReadme(document, language, files, "package", firstCall);
};

describe.each(languages.map((language) => [language.name, language] as const))("the README in %s", (_, language) => {
  const readme = readmeOf(language, "THE CALL\n");

  test("says what it needs, where the client goes, where the call goes, how both start, and the licence", () => {
    const { needs, client, example, run, typed = run.map((command) => command.join(" ")).join(" && ") } = language;
    expect(readme).toContain(`Requires ${needs}.\n`);
    expect(readme).toMatch(
      language.module ? /^Copy this folder into your project as `go`/m : `Copy \`${client}\` into`,
    );
    expect(readme).toContain(`Save the first call as \`${example.file}\`:\n\n\`\`\``);
    expect(readme).toContain("\nTHE CALL\n```\n");
    expect(readme).toContain("Start the mock with `npm ci && npm run mock` in a checkout of `package`");
    expect(readme).toContain(`\n${typed}\n\`\`\`\n`);
    expect(readme).toMatch(/ \[MIT License\]\(LICENSE\)\.\n$/);
  });

  test("is short, and leaves no blank to fill in", () => {
    expect(readme.split("\n").filter((line) => /^[^`]/.test(line)).length).toBeLessThan(12);
    expect(readme).not.toMatch(/undefined|MODULE|FOLDER|PROJECT/);
  });

  test("without a first call ends after what installs it", () => {
    expect(readmeOf(language, undefined)).toMatch(
      /^# [\s\S]+Copy [\s\S]+(\.|```)\n\n\[REFERENCE\.md\]\(REFERENCE\.md\) /,
    );
    expect(readmeOf(language, undefined)).not.toContain("first call");
  });
});

test("Go's module is replaced and required: with one alone, it is not found", () => {
  expect(readmeOf(go, undefined)).toContain(
    "\ngo mod edit -require=package-client@v0.0.0 -replace=package-client=./go\n",
  );
});
