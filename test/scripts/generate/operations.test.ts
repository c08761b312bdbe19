import { join } from "node:path";
import { expect, test } from "vitest";
import { runTool } from "../../../scripts/cli/run-node.ts";
import { addOperations } from "../../helpers/add-operations.ts";
import { runScript, scriptPath } from "../../helpers/run-script.ts";
import { scratchCheckout } from "../../helpers/scratch.ts";

test("operations of twelve kinds at once cost only YAML: lint, generate and the types pass", async () => {
  const checkout = await scratchCheckout();
  await addOperations(join(checkout, "openapi"), "operations");
  expect(await runScript(scriptPath("generate"), [], { checkout })).toMatchObject({ exitCode: 0, stderr: "" });
  const config = ["-p", join(checkout, "tsconfig.json"), "--noEmit", "--pretty", "false"];
  const { stdout } = await runTool("typescript/bin/tsc", config);
  // The copy has no tests, which the mutation script imports.
  expect(stdout.split("\n").filter((line) => line !== "" && !line.includes("scripts/mutation"))).toEqual([]);
});
