import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runNode } from "../../scripts/cli/run-node.ts";
import { packageRoot } from "../../src/internal/package-root.ts";
import { consumerProject, runVitest } from "../helpers/consumer-project.ts";

/** Runs a module in a project that has the package and these peers, and returns what an uncaught error prints. */
async function failWith(peers: string[], code: string): Promise<string[]> {
  const project = await consumerProject(["openapi-fetch", ...peers]);
  await writeFile(join(project, "use.js"), code);
  await writeFile(join(project, "own.yaml"), "openapi: 3.1.0");
  const { exitCode, stderr } = await runNode(join(project, "use.js"), []);
  expect(exitCode).toBe(1);
  return stderr.split("\n").filter((line) => line.includes("npm install"));
}

const mock = 'import { startMock } from "suno-persona/mock"; await startMock(OPTIONS);';
const run = 'import { runContract } from "suno-persona/contract"; await runContract({ url: "http://127.0.0.1:9" });';
const describeIn =
  'import { describeContract } from "suno-persona/contract"; describeContract({ url: "http://127.0.0.1:9" });';

describe("where an optional peer is missing, one line says which command installs it", () => {
  test.each([
    [
      "the mock",
      [],
      mock.replace("OPTIONS", ""),
      "The mock needs optional packages: npm install --save-dev @stoplight/prism-cli@5.14.2",
    ],
    [
      "the mock that requires a key",
      [],
      mock.replace("OPTIONS", "{ requireKey: true }"),
      "The mock needs optional packages: npm install --save-dev @stoplight/prism-cli@5.14.2",
    ],
    [
      "a description in YAML",
      ["@stoplight/prism-cli"],
      mock.replace("OPTIONS", '{ spec: import.meta.dirname + "/own.yaml" }'),
      "npm install --save-dev yaml@2.9.1",
    ],
    [
      "the suite",
      ["vitest"],
      run,
      "runContract() needs optional packages: npm install --save-dev ajv@8.20.0 ajv-formats@3.0.1 fast-check@4.10.2",
    ],
    [
      "the suite in vitest",
      ["ajv", "ajv-formats", "fast-check"],
      describeIn,
      "describeContract() needs optional packages: npm install --save-dev vitest@4.1.12",
    ],
  ])("%s", async (_, peers, code, line) => {
    const lines = await failWith(peers, code);
    expect(lines).toEqual([expect.stringContaining(line)]);
  });

  test("a peer in a version that does not do is named, with the version that does", async () => {
    const project = await consumerProject(["openapi-fetch", "ajv-formats", "fast-check"]);
    await mkdir(join(project, "node_modules/ajv"));
    await writeFile(join(project, "node_modules/ajv/package.json"), JSON.stringify({ name: "ajv", version: "6.12.6" }));
    await writeFile(join(project, "use.js"), run);
    const { stderr } = await runNode(join(project, "use.js"), []);
    expect(stderr).toContain(
      "runContract() needs optional packages (unsupported: ajv 6.12.6): npm install --save-dev ajv@8.20.0]",
    );
  });

  test("vitest's global setup", async () => {
    const project = await consumerProject(["openapi-fetch", "vitest"]);
    await writeFile(
      join(project, "vitest.config.js"),
      'export default { test: { globalSetup: "suno-persona/vitest" } };',
    );
    await writeFile(join(project, "a.test.js"), 'import { test } from "vitest"; test("a", () => {});');
    const { exitCode, stderr } = await runVitest(project);
    expect(exitCode).toBe(1);
    expect(stderr).toContain("The mock needs optional packages: npm install --save-dev @stoplight/prism-cli@5.14.2");
    expect(stderr).not.toContain(packageRoot);
  });
});
