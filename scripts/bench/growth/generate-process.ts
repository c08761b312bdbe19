// Does what `npm run generate` does, for a given spec and folder.
import { renderFiles } from "../../generate/files.ts";
import { writeFolder } from "../../generate/folder.ts";
import { loadTypesGenerator } from "../../generate/types.ts";
import { loadSpecWith } from "../../spec/load.ts";

const [, , input = "", output = ""] = process.argv;
await writeFolder(output, await loadSpecWith(input, { prepare: renderFiles, meanwhile: loadTypesGenerator }));
