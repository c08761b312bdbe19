import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { replaceBlock } from "../../scripts/cli/readme.ts";
import { renderTable } from "../../scripts/compat/table.ts";
import { runCommand } from "../helpers/run-command.ts";
import { runScript, scriptPath } from "../helpers/run-script.ts";
import { scratchCheckout } from "../helpers/scratch.ts";

test("a generator that it does not know: exit 2, and which it knows", async () => {
  const { exitCode, stdout, stderr } = await runCommand("compat", ["--only", "none"]);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toBe(
    'Unknown generator "none". Choose one of: @hey-api/openapi-ts, orval, swagger-typescript-api, openapi-zod-client, @kubb/core.\n',
  );
});

test("where the generators are not installed: exit 2, and the command that installs them", async () => {
  const checkout = await scratchCheckout();
  const { exitCode, stderr } = await runScript(scriptPath("compat"), [], { checkout });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/ is not installed: npm ci --ignore-scripts --prefix scripts\/compat\n$/);
});

test("with one generator, README's table of all is not written: exit 2", async () => {
  const { exitCode, stdout, stderr } = await runCommand("compat", ["--only", "orval", "--update-readme"]);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toBe("--update-readme writes the table of all generators. Remove --only.\n");
});

/** Stand in for the generators' packages; each writes to where it is started. What else they load is missing. */
const fakes = {
  "@hey-api/openapi-ts": `export const createClient = () => {
    writeFileSync("client.gen.ts", "export const client = { setConfig(_: object) {} };");
    writeFileSync("sdk.gen.ts", 'import "./gone"; export const createPersona = async (_: object) => ({ data: 1 });');
  };`,
  orval: `export const generate = ({ output: { baseUrl } }) => writeFileSync("client.ts", \`
    export const createPersona = async (body: object, { headers }: { headers: Record<string, string> }) => {
      const init = { method: "POST", headers: { ...headers, "Content-Type": "application/json" } };
      const answer = await fetch("\${baseUrl}/suno/persona/create/", { ...init, body: JSON.stringify(body) });
      return { data: await answer.json() };
    };\`);`,
  "swagger-typescript-api": `export const generateApi = () => writeFileSync("client.ts", \`
    export class Api {
      constructor(_: object) {}
      suno = { createPersona: async (_: object) => ({ data: console.log("no JSON") }) };
    }\`);`,
  "openapi-zod-client": "",
  "@kubb/core": "",
};

test("where generators fail, the others are tried, each is told, and the summary: exit 1", async () => {
  const checkout = await scratchCheckout();
  const packages = join(checkout, "scripts/compat/node_modules");
  for (const [name, code] of Object.entries(fakes)) {
    await mkdir(join(packages, name), { recursive: true });
    await writeFile(
      join(packages, name, "package.json"),
      '{ "type": "module", "exports": { "import": "./index.js" } }',
    );
    await writeFile(join(packages, name, "index.js"), `import { writeFileSync } from "node:fs";\n${code}`);
  }
  await symlink(join(checkout, "node_modules/typescript"), join(packages, "typescript"), "junction");
  const { exitCode, stdout, stderr } = await runScript(scriptPath("compat"), [], { checkout });
  expect(stdout.split("\n")).toEqual([
    expect.stringMatching(/^@hey-api\/openapi-ts {2}FAILED at the call: /),
    "orval  passed",
    "swagger-typescript-api  FAILED at the call: it returned another response: no JSON undefined",
    expect.stringMatching(/^openapi-zod-client {2}FAILED at generating: .*swagger-parser/),
    expect.stringMatching(/^@kubb\/core {2}FAILED at generating: .*@kubb\/plugin-oas/),
    "",
  ]);
  const failed = "@hey-api/openapi-ts, swagger-typescript-api, openapi-zod-client, @kubb/core";
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: `1 of 5 passed; failed: ${failed}\n` });
});

test("the table says what failed, and why, and how strictly the types were checked", () => {
  const tried = { name: "some", version: "1.0.0", output: "types", notes: "Slow." };
  const table = renderTable([
    { ...tried, outcome: {} },
    { ...tried, outcome: { failed: "the types", why: "error TS1: a | b" } },
  ]);
  expect(table.split("\n").slice(2)).toEqual([
    "| some 1.0.0 | types | yes | Slow. |",
    "| some 1.0.0 | types | **fails at the types**: error TS1: a \\| b | Slow. |",
    "",
    "Compiled with `strict`, `noUncheckedIndexedAccess`, `skipLibCheck`, without `exactOptionalPropertyTypes`.",
  ]);
});

test("README's block is replaced, and nothing else; without its place nothing is written", () => {
  expect(replaceBlock("a\n<!-- x -->\nold\n<!-- /x -->\nb", "x", "new")).toBe("a\n<!-- x -->\nnew\n<!-- /x -->\nb");
  expect(() => replaceBlock("a", "x", "new")).toThrow("README.md has no <!-- x -->");
});
