import { defineCommand } from "../src/cli/command.ts";
import { mock } from "../src/cli/mock.ts";

export default await defineCommand(import.meta, { name: "npm run mock", ...mock }, mock.run);
