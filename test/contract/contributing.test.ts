import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/internal/package-root.ts";
import { http, rawServer } from "../helpers/raw-server.ts";
import { runScript, scriptPath } from "../helpers/run-script.ts";
import { scratchCheckout } from "../helpers/scratch.ts";
import { documentWith } from "./cases/plan.ts";

const guide = await readFile(join(packageRoot, "CONTRIBUTING.md"), "utf8");

/** A worked example of CONTRIBUTING: the file to write, its code, and the registry to add it to. */
interface Example {
  file: string;
  code: string;
  /** What the file exports. */
  name: string;
  registry: string;
}

function readExample(heading: string): Example {
  const section = guide.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? "";
  const [, file = ""] = /`(src\/contract\/\S+\.ts)`:\n/.exec(section) ?? [];
  const [, code = ""] = /^```ts\n(.*?)^```$/ms.exec(section) ?? [];
  const [, name = ""] = /^export (?:const|function\*) (\w+)/m.exec(code) ?? [];
  const [, registry = ""] = /Add a line to \[(\S+)\]/.exec(section) ?? [];
  return { file, code, name, registry };
}

/** Writes the example's file, imports it in the registry and adds one line there. Nothing else of the checkout changes. */
async function follow({ file, code, name, registry }: Example, checkout: string): Promise<void> {
  await writeFile(join(checkout, file), code, { flag: "wx" });
  const path = join(checkout, registry);
  const text = await readFile(path, "utf8");
  const listed = text.replace(/^(export const (?:checks|families)\b.*$)/m, `$1\n  ${name},`);
  expect(listed, `${registry} has a list to add ${name} to`).not.toBe(text);
  await writeFile(path, `import { ${name} } from "./${file.split("/").at(-1)}";\n${listed}`);
}

test("a check and a family, added as CONTRIBUTING says, need one file and one line each", async () => {
  const check = readExample("Adding a check");
  const family = readExample("Adding a family of test cases");
  const checkout = await scratchCheckout();
  await follow(check, checkout);
  await follow(family, checkout);
  const spec = join(checkout, "spec.json");
  await writeFile(spec, JSON.stringify(documentWith({ type: "object" })));
  const tsconfig = JSON.stringify({ extends: "./tsconfig.json", include: ["src/contract", "scripts/contract.ts"] });
  await writeFile(join(checkout, "tsconfig.contract.json"), tsconfig);

  const headers = { "Content-Type": "application/json", "X-Powered-By": "Abacus 3" };
  const { url, requests } = await rawServer(http(200, headers, "{}"));
  const args = ["--url", url, "--spec", spec, "--only", family.name, "--strict"];
  const [types, run] = await Promise.all([
    runScript("node_modules/typescript/bin/tsc", ["-p", "tsconfig.contract.json"], { checkout }),
    runScript(scriptPath("contract"), args, { checkout }),
  ]);

  expect(types).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  expect({ exitCode: run.exitCode, stderr: run.stderr }).toEqual({ exitCode: 1, stderr: "" });
  const [, checkName = "", headline = ""] = /name: "(.+)",\n\s+headline: "(.+)"/.exec(check.code) ?? [];
  expect(run.stdout).toContain(`1  make: ${headline}  (${checkName})\n`);
  expect(run.stdout).toMatch(/^ {3}actual +Abacus 3$/m);
  expect(run.stdout).toMatch(new RegExp(`^${family.name} +1 +0 +1 +0 +0$`, "m"));
  expect(requests.map((request) => /^cache-control: (.+)\r$/im.exec(request)?.[1])).toEqual([
    undefined,
    "no-cache",
    undefined,
  ]);
});
