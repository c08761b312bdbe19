import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findFirstCall } from "../src/clients/first-call.ts";
import { runCommand } from "../src/command/command.ts";
import { ExplainedError } from "../src/command/explained-error.ts";
import { manifest } from "../src/command/manifest.ts";
import { packageRoot } from "../src/command/package-root.ts";
import { startMock } from "../src/mock/index.ts";
import { defaultSpec, readSpec } from "../src/spec/read-spec.ts";
import { generators, needGenerator } from "./compat/generators.ts";
import { renderTable, type Tried } from "./compat/table.ts";
import { tryGenerator } from "./compat/try-generator.ts";
import { replaceBlock } from "./readme.ts";

const names = generators.map(({ name }) => name);

await runCommand(
  {
    name: "npm run compat",
    about:
      "Feeds generated/openapi.json to generators of other makers, checks the types of what comes out, and makes the documented call with it.",
    flags: {
      only: { value: "NAME", about: `one generator: ${names.join(", ")}` },
      "update-readme": { about: "write the table into README.md" },
    },
  },
  async ({ only, "update-readme": updateReadme }) => {
    if (only !== undefined && !names.includes(only)) {
      throw new ExplainedError(`There is no generator "${only}": choose one of ${names.join(", ")}.`, 2);
    }
    if (only !== undefined && updateReadme) {
      throw new ExplainedError("--update-readme writes the table of all generators: leave --only out.", 2);
    }
    const wanted = generators.filter(({ name }) => only === undefined || name === only);
    // Before anything is started, so that one line says what is missing.
    wanted.forEach(needGenerator);
    const { dependencies } = JSON.parse(await readFile(join(packageRoot, "scripts/compat/package.json"), "utf8"));
    const first = findFirstCall(await readSpec(defaultSpec), manifest.name);
    if (!first) throw new ExplainedError("No operation can be called with a documented body alone.", 2);
    const mock = await startMock({ requireKey: true });
    const tried: Tried[] = [];
    try {
      for (const generator of wanted) {
        const outcome = await tryGenerator(generator, first, defaultSpec, mock.url);
        tried.push({ ...generator, version: dependencies[generator.name], outcome });
        const { failed, why } = outcome;
        console.log(`${generator.name}  ${failed ? `FAILED at ${failed}: ${why}` : "types and call are fine"}`);
      }
    } finally {
      await mock.close();
    }
    if (updateReadme) {
      const file = join(packageRoot, "README.md");
      const note = `\`npm run compat\`, Node ${process.version.slice(1)}, ${new Date().toISOString().slice(0, 10)}.`;
      await writeFile(file, replaceBlock(await readFile(file, "utf8"), "compat", `${renderTable(tried)}\n\n${note}`));
    }
    const failed = tried.filter(({ outcome }) => outcome.failed !== undefined).map(({ name }) => name);
    const summary = `${tried.length - failed.length} of ${tried.length} are fine`;
    if (failed.length > 0) throw new ExplainedError(`${summary}, not ${failed.join(", ")}`, 1);
    console.log(summary);
  },
);
