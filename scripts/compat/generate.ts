// Runs one generator in a separate process: `generate.ts NAME SPEC FOLDER BASE_URL`.
import { generators } from "./generators.ts";

const [name, spec = "", folder = "", baseUrl = ""] = process.argv.slice(2);
const generator = generators.find((candidate) => candidate.name === name);
await generator?.generate(spec, folder, baseUrl);
