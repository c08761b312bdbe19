// What `npm run generate` does, for a description and a folder that are given.
import { renderFiles } from "../../../src/generate/files.ts";
import { writeFolder } from "../../../src/generate/folder.ts";
import { loadTypesGenerator } from "../../../src/generate/types.ts";
import { loadSpecWith } from "../../../src/spec/load.ts";

const [, , input = "", output = ""] = process.argv;
await writeFolder(output, await loadSpecWith(input, { prepare: renderFiles, meanwhile: loadTypesGenerator }));
