import { defineCommand } from "../src/cli/command.ts";
import { contract } from "../src/cli/contract.ts";

export default await defineCommand(import.meta, { name: "npm run contract", ...contract }, contract.run);
