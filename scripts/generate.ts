import { relative, resolve } from "node:path";
import { packageRoot } from "../src/internal/package-root.ts";
import { UserError } from "../src/internal/user-error.ts";
import { defineCommand } from "./cli/command.ts";
import { renderFiles } from "./generate/files.ts";
import { describeDrift, findDrift, needOwnFolder, writeFolder } from "./generate/folder.ts";
import { loadTypesGenerator } from "./generate/types.ts";
import { loadSpecWith } from "./spec/load.ts";

export default await defineCommand(
  import.meta,
  {
    name: "npm run generate",
    about: "Writes generated/ from openapi/: the bundle, the types and the client's operations.",
    flags: {
      check: { about: "write nothing; exit 1 where generated/ is not what the spec gives" },
      spec: { value: "FOLDER", about: "the description's folder (default: openapi)" },
      out: { value: "FOLDER", about: "the folder to write (default: generated)" },
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
      // generated/ is ours alone; another folder may hold someone's work.
      if (out) await needOwnFolder(folder, [...files.keys()]);
      const written = describeDrift(await writeFolder(folder, files));
      console.log(written ? `${name} written: ${written}` : `${name} is up to date`);
      return;
    }
    const drift = describeDrift(await findDrift(folder, files));
    if (drift) throw new UserError(`${name} is not what the spec gives: ${drift}. Run \`npm run generate\`.`, 1);
    console.log(`${name} is what the spec gives`);
  },
);
