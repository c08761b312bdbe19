import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { defineCommand } from "../src/cli/command.ts";
import { manifest } from "../src/internal/manifest.ts";
import { packageRoot } from "../src/internal/package-root.ts";
import { UserError } from "../src/internal/user-error.ts";
import { startMock } from "../src/mock/index.ts";
import { defaultSpec, readDocument } from "../src/openapi/read-document.ts";
import { replaceBlock } from "./cli/readme.ts";
import { generators, needGenerator } from "./compat/generators.ts";
import { renderTable, type Tried } from "./compat/table.ts";
import { tryGenerator } from "./compat/try-generator.ts";
import { findFirstCall } from "./languages/first-call.ts";

const names = generators.map(({ name }) => name);

export default await defineCommand(
  import.meta,
  {
    name: "npm run compat",
    about:
      "Runs other generators on generated/openapi.json, compiles their output, and makes the documented call with it.",
    flags: {
      only: { value: "NAME", about: `one generator: ${names.join(", ")}` },
      "update-readme": { about: "write the table into scripts/compat/README.md" },
    },
  },
  async ({ only, "update-readme": updateReadme }) => {
    if (only !== undefined && !names.includes(only)) {
      throw new UserError(`Unknown generator "${only}". Choose one of: ${names.join(", ")}.`, 2);
    }
    if (only !== undefined && updateReadme) {
      throw new UserError("--update-readme writes the table of all generators. Remove --only.", 2);
    }
    const wanted = generators.filter(({ name }) => only === undefined || name === only);
    // Check before starting anything, so that one line says what is missing.
    wanted.forEach(needGenerator);
    const { dependencies } = JSON.parse(await readFile(join(packageRoot, "scripts/compat/package.json"), "utf8"));
    const first = findFirstCall(await readDocument(defaultSpec), manifest.name);
    if (!first) throw new UserError("No operation can be called with only a documented body.", 2);
    const mock = await startMock({ requireKey: true });
    const tried: Tried[] = [];
    try {
      for (const generator of wanted) {
        const outcome = await tryGenerator(generator, first, defaultSpec, mock.url);
        tried.push({ ...generator, version: dependencies[generator.name], outcome });
        const { failed, why } = outcome;
        console.log(`${generator.name}  ${failed ? `FAILED at ${failed}: ${why}` : "passed"}`);
      }
    } finally {
      await mock.close();
    }
    if (updateReadme) {
      const file = join(packageRoot, "scripts/compat/README.md");
      const note = `\`npm run compat\`, Node ${process.version.slice(1)}, ${new Date().toISOString().slice(0, 10)}.`;
      await writeFile(file, replaceBlock(await readFile(file, "utf8"), "compat", `${renderTable(tried)}\n\n${note}`));
    }
    const failed = tried.filter(({ outcome }) => outcome.failed !== undefined).map(({ name }) => name);
    const summary = `${tried.length - failed.length} of ${tried.length} passed`;
    if (failed.length > 0) throw new UserError(`${summary}; failed: ${failed.join(", ")}`, 1);
    console.log(summary);
  },
);
