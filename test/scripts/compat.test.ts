import { expect, test } from "vitest";
import { renderTable } from "../../scripts/compat/table.ts";
import { replaceBlock } from "../../scripts/readme.ts";
import { runScript, scriptPath } from "../helpers/run-script.ts";
import { scratchCheckout } from "../helpers/scratch.ts";

test("a generator that it does not know: exit 2, and which it knows", async () => {
  const { exitCode, stdout, stderr } = await runScript(scriptPath("compat"), ["--only", "none"]);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toBe(
    'There is no generator "none": choose one of @hey-api/openapi-ts, orval, swagger-typescript-api, openapi-zod-client, @kubb/core.\n',
  );
});

test("where the generators are not installed: exit 2, and the command that installs them", async () => {
  const checkout = await scratchCheckout();
  const { exitCode, stderr } = await runScript(scriptPath("compat"), [], { checkout });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/ is not installed: npm ci --ignore-scripts --prefix scripts\/compat\n$/);
});

test("the table says what failed, and why", () => {
  const tried = { name: "some", version: "1.0.0", output: "types", notes: "Slow." };
  const table = renderTable([
    { ...tried, outcome: {} },
    { ...tried, outcome: { failed: "the types", why: "error TS1: a | b" } },
  ]);
  expect(table.split("\n").slice(2)).toEqual([
    "| some 1.0.0 | types | yes | Slow. |",
    "| some 1.0.0 | types | **fails at the types**: error TS1: a \\| b | Slow. |",
  ]);
});

test("README's block is replaced, and nothing else; without its place nothing is written", () => {
  expect(replaceBlock("a\n<!-- x -->\nold\n<!-- /x -->\nb", "x", "new")).toBe("a\n<!-- x -->\nnew\n<!-- /x -->\nb");
  expect(() => replaceBlock("a", "x", "new")).toThrow("README.md has no <!-- x -->");
});
