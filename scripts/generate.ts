import { relative, resolve } from "node:path";
import { packageRoot } from "../src/internal/package-root.ts";
import { UserError } from "../src/internal/user-error.ts";
import { runCommand } from "./cli/command.ts";
import { renderFiles } from "./generate/files.ts";
import { describeDrift, findDrift, needOwnFolder, writeFolder } from "./generate/folder.ts";
import { loadTypesGenerator } from "./generate/types.ts";
import { loadSpecWith } from "./spec/load.ts";

await runCommand(
  {
    name: "npm run generate",
    about: "Writes generated/ from openapi/: the bundle, types, validators, fixtures and the client's operations.",
    flags: {
      check: { about: "write nothing; exit with 1 if generated/ differs from the spec" },
      spec: { value: "FOLDER", about: "folder of the spec (default: openapi)" },
      out: { value: "FOLDER", about: "folder to write (default: generated)" },
    },
  },
  async ({ check, spec, out }) => {
    const folder = out ? resolve(out) : resolve(packageRoot, "generated");
    const files = await loadSpecWith(spec ?? resolve(packageRoot, "openapi"), {
      prepare: renderFiles,
      meanwhile: loadTypesGenerator,
    });
    const name = relative(process.cwd(), folder) || folder;
    if (!check) {
      // Only generated/ is ours; another folder may contain someone's work.
      if (out) await needOwnFolder(folder, [...files.keys()]);
      const written = describeDrift(await writeFolder(folder, files));
      console.log(written ? `${name} written: ${written}` : `${name} is up to date`);
      return;
    }
    const drift = describeDrift(await findDrift(folder, files));
    if (drift) throw new UserError(`${name} differs from the spec: ${drift}. Run \`npm run generate\`.`, 1);
    console.log(`${name} matches the spec`);
  },
);
