import { expect, test } from "vitest";
import { renderMatrix, renderOutcome } from "../../scripts/runtimes/table.ts";
import { runCommand } from "../helpers/run-command.ts";
import { runScript, scriptPath } from "../helpers/run-script.ts";
import { scratchCheckout } from "../helpers/scratch.ts";

const node = `Node ${process.versions.node.split(".")[0]}`;

test("a runtime that it does not know: exit 2, and which it knows", async () => {
  const { exitCode, stderr } = await runCommand("runtimes", ["--only", "Rhino"]);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(
    /^Unknown runtime "Rhino"\. Choose one of: Node \d+, Node 2\d, Bun, Deno, workerd, edge-runtime, Chromium\.\n$/,
  );
});

test("with one runtime, README's table of all is not written: exit 2", async () => {
  const { exitCode, stderr } = await runCommand("runtimes", ["--only", node, "--update-readme"]);
  expect({ exitCode, stderr }).toEqual({
    exitCode: 2,
    stderr: "--update-readme writes the table of all runtimes. Remove --only.\n",
  });
});

test("where a runtime is not installed: exit 2, and the command that installs it", async () => {
  const checkout = await scratchCheckout();
  const { exitCode, stderr } = await runScript(scriptPath("runtimes"), ["--only", "Bun"], { checkout });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/ is not installed: npm ci --ignore-scripts --prefix scripts\/runtimes\n$/);
});

test("the Node that runs it ends every row as the table says", async () => {
  const { exitCode, stdout, stderr } = await runCommand("runtimes", ["--only", node]);
  expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 0, stdout: `${node}  passed\n1 of 1 passed\n`, stderr: "" });
});

test("a row that ends otherwise is told, and stands in the table in place of the check mark", () => {
  const row = { name: "silence", to: () => {}, result: "timeout unknown" };
  const passed = { name: "A", results: [{ result: "timeout unknown", expected: true }] };
  const failed = { name: "B", results: [{ result: "ok", expected: false, message: "returned" }] };
  expect(renderOutcome([row], passed)).toBe("A  passed");
  expect(renderOutcome([row], failed)).toBe("B  FAILED\n  silence: ok, not timeout unknown\n    returned");
  expect(renderMatrix([row], [passed, failed]).split("\n")[2]).toBe("| silence | timeout unknown | ✓ | ok |");
});
