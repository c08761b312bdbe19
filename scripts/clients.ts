import { join, relative, resolve } from "node:path";
import { defineCommand } from "../src/cli/command.ts";
import { manifest } from "../src/internal/manifest.ts";
import { packageRoot } from "../src/internal/package-root.ts";
import { UserError } from "../src/internal/user-error.ts";
import { startMock } from "../src/mock/index.ts";
import { needOwnFolder, writeFolder } from "./generate/folder.ts";
import { findFirstCall } from "./languages/first-call.ts";
import { generateClient, nameFiles } from "./languages/generate-client.ts";
import type { Language } from "./languages/language.ts";
import { languages } from "./languages/languages.ts";
import { findMissingTool, tryClient } from "./languages/smoke.ts";
import { loadSpec } from "./spec/load.ts";

const names = languages.map(({ name }) => name);

export default await defineCommand(
  import.meta,
  {
    name: "npm run clients",
    about: `Generates clients in other languages with Redocly, all or the named ones: ${names.join(", ")}. Tries each against the mock if the language's tools are installed.`,
    operand: "LANGUAGE",
    flags: { out: { value: "FOLDER", about: "output folder, with one folder per client (default: dist/clients)" } },
  },
  async ({ out = join(packageRoot, "dist/clients") }, operands) => {
    const unknown = operands.find((name) => !names.includes(name));
    if (unknown !== undefined) {
      throw new UserError(`Unknown language "${unknown}". Choose any of: ${names.join(", ")}.`, 2);
    }
    const wanted = languages.filter(({ name }) => operands.length === 0 || operands.includes(name));
    // Check first: the folder may contain someone's work.
    for (const language of wanted) await needOwnFolder(join(out, language.name), nameFiles(language, manifest.name));
    const document = await loadSpec(resolve(packageRoot, "openapi"));
    const first = findFirstCall(document, manifest.name);
    // Only a mock that requires the key shows whether it is sent.
    const mock = await startMock({ spec: document, requireKey: true });
    const untried: string[] = [];
    const failed: string[] = [];
    const makeClient = async (language: Language) => {
      const files = await generateClient(document, language, first, manifest.name);
      const missing = first
        ? await findMissingTool(language)
        : "no operation can be called with only a documented body";
      if (first && missing === undefined) await tryClient(language, files, first, mock.url);
      const folder = join(out, language.name);
      await writeFolder(folder, files);
      if (missing !== undefined) untried.push(language.name);
      const outcome = missing === undefined ? "first call returned the documented response" : `NOT TRIED: ${missing}`;
      return `${relative(process.cwd(), folder)}  ${outcome}`;
    };
    try {
      for (const language of wanted) {
        const line = await makeClient(language).catch((error) => {
          if (!(error instanceof UserError) || error.exitCode === 2) throw error;
          failed.push(language.name);
          return `FAILED, not written: ${error.message}`;
        });
        console.log(`${language.name.padEnd(12)}${line}`);
      }
    } finally {
      await mock.close();
    }
    const tried = wanted.length - untried.length;
    const not = untried.length > 0 ? `, not ${untried.join(", ")}` : "";
    const summary = `${tried} of ${wanted.length} tried${not}`;
    if (failed.length > 0) throw new UserError(`${summary}; failed: ${failed.join(", ")}`, 1);
    console.log(summary);
  },
);
