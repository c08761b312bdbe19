import { resolve } from "node:path";
import { defineCommand } from "../src/cli/command.ts";
import { packageRoot } from "../src/internal/package-root.ts";
import { showChanges } from "./release/show-changes.ts";
import { loadSpec } from "./spec/load.ts";

export default await defineCommand(
  import.meta,
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
    await showChanges(packageRoot, document, base && resolve(base));
  },
);
