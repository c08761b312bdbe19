import { resolve } from "node:path";
import { defineCommand } from "../src/cli/command.ts";
import { packageRoot } from "../src/internal/package-root.ts";
import { renderFiles } from "./generate/files.ts";
import { needOwnFolder } from "./generate/folder.ts";
import { checkFiles, placeFiles } from "./generate/place-files.ts";
import { loadTypesGenerator } from "./generate/types.ts";
import { loadSpecWith } from "./spec/load.ts";

export default await defineCommand(
  import.meta,
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
    // generated/ is ours alone; another folder may hold someone's work.
    if (out && !check) await needOwnFolder(folder, [...files.keys()]);
    await (check ? checkFiles(folder, files) : placeFiles(folder, files));
  },
);
