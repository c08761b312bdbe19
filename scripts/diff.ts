import { resolve } from "node:path";
import { packageRoot } from "../src/internal/package-root.ts";
import { defineCommand } from "./cli/command.ts";
import { showChanges } from "./release/show-changes.ts";
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
    await showChanges(packageRoot, document, base && resolve(base));
  },
);
