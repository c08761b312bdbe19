import { resolve } from "node:path";
import { packageRoot } from "../src/internal/package-root.ts";
import { UserError } from "../src/internal/user-error.ts";
import { defineCommand } from "./cli/command.ts";
import { explainVersion, readReleaseState } from "./release/state.ts";
import { loadSpec } from "./spec/load.ts";

export default await defineCommand(
  import.meta,
  {
    name: "npm run diff",
    about: "Shows what has changed in the description since the last release, and the version that it needs.",
    flags: {
      spec: { value: "FOLDER", about: "the description's folder (default: openapi)" },
      base: { value: "FILE", about: "the bundle to compare with (default: openapi/released.json)" },
    },
  },
  async ({ spec, base }) => {
    const document = await loadSpec(resolve(spec ?? `${packageRoot}/openapi`));
    const state = await readReleaseState(packageRoot, document, base && resolve(base));
    for (const { impact, place, what } of state.changes) console.log(`${impact}  ${place}  ${what}`);
    if (state.changes.length === 0) console.log(`Nothing has changed since ${state.released}.`);
    else
      console.log(
        `Since ${state.released}: needs ${state.bump}, ${state.needed}; the next version is ${state.planned}.`,
      );
    const problem = explainVersion(state);
    if (problem && state.verdict === "breaks") throw new UserError(problem, 1);
    if (problem) console.log(problem);
  },
);
