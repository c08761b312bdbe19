import { resolve } from "node:path";
import { packageRoot } from "../src/internal/package-root.ts";
import { UserError } from "../src/internal/user-error.ts";
import { runCommand } from "./cli/command.ts";
import { explainVersion, readReleaseState } from "./release/state.ts";
import { loadSpec } from "./spec/load.ts";

await runCommand(
  {
    name: "npm run diff",
    about: "Lists changes of the spec since the last release, and the version they need.",
    flags: {
      spec: { value: "FOLDER", about: "folder of the spec (default: openapi)" },
      base: { value: "FILE", about: "bundle to compare with (default: openapi/released.json)" },
    },
  },
  async ({ spec, base }) => {
    const document = await loadSpec(resolve(spec ?? `${packageRoot}/openapi`));
    const state = await readReleaseState(packageRoot, document, base && resolve(base));
    for (const { impact, place, what } of state.changes) console.log(`${impact}  ${place}  ${what}`);
    if (state.changes.length === 0) console.log(`No changes since ${state.released}.`);
    else
      console.log(
        `Since ${state.released}: needs ${state.bump}, ${state.needed}; the next version is ${state.planned}.`,
      );
    const problem = explainVersion(state);
    if (problem && state.verdict === "breaks") throw new UserError(problem, 1);
    if (problem) console.log(problem);
  },
);
