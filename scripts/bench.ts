import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { defineCommand } from "../src/cli/command.ts";
import { packageRoot } from "../src/internal/package-root.ts";
import { UserError } from "../src/internal/user-error.ts";
import { measureClient } from "./bench/client/index.ts";
import { measureGenerate } from "./bench/growth/generate.ts";
import { measureThousand } from "./bench/growth/thousand.ts";
import { measureTypes } from "./bench/growth/types.ts";
import { measureDocs } from "./bench/processes/docs.ts";
import { measureMock } from "./bench/processes/mock.ts";
import { measureStart } from "./bench/processes/start.ts";
import { measureSuite } from "./bench/processes/suite.ts";
import { replaceSections } from "./bench/readme.ts";
import { renderSection, type Section } from "./bench/section.ts";

const parts: Record<string, () => Promise<Section>> = {
  client: measureClient,
  types: measureTypes,
  generate: measureGenerate,
  start: measureStart,
  mock: measureMock,
  suite: measureSuite,
  docs: measureDocs,
  thousand: measureThousand,
};

const readme = join(packageRoot, "scripts/bench/README.md");

export default await defineCommand(
  import.meta,
  {
    name: "npm run bench",
    about: "Measures the project and its alternatives, as ratios in one run. All parts take about 30 minutes.",
    flags: {
      only: { value: "NAME", about: `one part: ${Object.keys(parts).join(", ")}` },
      json: { value: "FILE", about: "also write the figures as JSON" },
      "update-readme": { about: "write the tables into scripts/bench/README.md" },
    },
  },
  async ({ only, json, "update-readme": updateReadme }) => {
    if (only !== undefined && !Object.hasOwn(parts, only)) {
      throw new UserError(`Unknown part "${only}". Choose one of: ${Object.keys(parts).join(", ")}.`, 2);
    }
    const measured = new Map<string, Section>();
    for (const [name, measure] of Object.entries(parts)) {
      if (only !== undefined && only !== name) continue;
      const section = await measure();
      measured.set(name, section);
      console.log(`${renderSection(section)}\n`);
    }
    const machine = `${cpus().length} cores, Node ${process.version.slice(1)}, ${new Date().toISOString().slice(0, 10)}`;
    if (json) {
      const figures = Object.fromEntries([...measured].map(([name, { figures, aims }]) => [name, { figures, aims }]));
      await writeFile(json, `${JSON.stringify({ machine, ...figures }, null, 2)}\n`);
    }
    if (updateReadme) await writeFile(readme, replaceSections(await readFile(readme, "utf8"), measured, machine));
  },
);
