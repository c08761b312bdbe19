import { describe, expect, onTestFinished, test } from "vitest";
import { findFirstCall } from "../../../scripts/languages/first-call.ts";
import { generateClient, nameFiles } from "../../../scripts/languages/generate-client.ts";
import { languages } from "../../../scripts/languages/languages.ts";
import { findMissingTool, tryClient } from "../../../scripts/languages/smoke.ts";
import { typescript } from "../../../scripts/languages/typescript.ts";
import { startMock } from "../../../src/mock/index.ts";
import { readPersonaDocument } from "../../openapi/persona-document.ts";

const document = await readPersonaDocument();
const first = findFirstCall(document, "package");
if (!first) throw new Error("There is a first call.");

describe("a client that is tried", () => {
  const files = generateClient(document, typescript, first, "package");

  test("has the files that its folder may hold, and no others", async () => {
    expect([...(await files).keys()].sort()).toEqual(nameFiles(typescript, "package").sort());
  });

  test("has to bring the documented answer", async () => {
    const mock = await startMock({ requireKey: true });
    onTestFinished(() => mock.close());
    await tryClient(typescript, await files, first, mock.url);
    await mock.reply({ status: 200, body: { ...(first.answer as object), name: "another" } as never });
    await expect(tryClient(typescript, await files, first, mock.url)).rejects.toThrow(
      /^The TypeScript client did not return the documented response: \{.*"another"/,
    );
  });

  test("that fails is told with its own words", async () => {
    const mock = await startMock();
    onTestFinished(() => mock.close());
    await mock.reply({ status: 500, times: 9 });
    await expect(tryClient(typescript, await files, first, mock.url)).rejects.toThrow(
      /^The first call of the TypeScript client fails: [\s\S]*500/,
    );
  });
});

test("a tool that is here is not missing; one that is not is named", async () => {
  const tools = [
    { probe: [process.execPath, "--version"], missing: "node is missing" },
    { probe: ["no-such-tool"], missing: "no-such-tool is missing" },
  ] as const;
  expect(await findMissingTool({ ...typescript, tools: tools.slice(0, 1) })).toBeUndefined();
  expect(await findMissingTool({ ...typescript, tools })).toBe("no-such-tool is missing");
});

describe("a first call", () => {
  test("is the first operation that needs no more than a documented body", () => {
    expect(first.call).toMatchObject({ operationId: "createPersona", bodyType: "CreatePersonaRequest" });
    const withParameter = structuredClone(document);
    for (const item of Object.values(withParameter.paths ?? {})) {
      item.parameters = [{ name: "id", in: "query", required: true }];
    }
    expect(findFirstCall(withParameter, "package")).toBeUndefined();
  });

  // What a language reads as its own in a text: quotes, escapes, ends of strings.
  const nasty = `'"\`\\ \${x} \n """ */ \u2028`;
  test.each(languages.map((language) => [language.name, language] as const))("holds any text in %s", (_, language) => {
    const call = { ...first.call, body: { text: nasty }, baseUrl: "http://127.0.0.1:1" };
    const program = language.example.render(call, "package api;\nnamespace Api;\n");
    expect(program).not.toContain("undefined");
    expect(program.split("\n").length).toBeLessThan(40);
  });
});
