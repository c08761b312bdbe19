import { execFile } from "node:child_process";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { packageRoot } from "../src/command/package-root.ts";
import { runNode } from "../src/command/run-node.ts";
import { startMock } from "../src/mock/index.ts";
import { scratchFolder } from "./helpers/scratch.ts";

const run = promisify(execFile);
const personaId = "fd213afd-ac1c-4822-9802-c1c0ea45e77b";

/** A project that has installed the packed package, as another team does. Its dependencies are this checkout's. */
async function consumerProject(...dependencies: string[]): Promise<string> {
  const folder = await scratchFolder();
  const packed = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
    cwd: packageRoot,
    shell: process.platform === "win32",
  });
  const report = JSON.parse(packed.stdout);
  const [{ filename }] = Array.isArray(report) ? report : Object.values(report);
  const installed = join(folder, "node_modules/suno-persona");
  await mkdir(installed, { recursive: true });
  await run("tar", ["-xzf", join(folder, filename), "-C", installed, "--strip-components=1"]);
  for (const name of dependencies) {
    const target = join(folder, "node_modules", name);
    await mkdir(join(target, ".."), { recursive: true });
    await symlink(join(packageRoot, "node_modules", name), target, "junction");
  }
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  return folder;
}

/** The TypeScript blocks of README. */
async function readmeBlocks(): Promise<string[]> {
  const readme = (await readFile(join(packageRoot, "README.md"), "utf8")).replaceAll("\r\n", "\n");
  return [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""]) => code);
}

/** Compiles a file of the project under `strict`, runs it and returns what it prints. */
async function compileAndRun(project: string, code: string): Promise<string> {
  await writeFile(join(project, "consumer.ts"), code);
  const compilerOptions = {
    strict: true,
    module: "nodenext",
    target: "es2022",
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    types: ["node"],
    typeRoots: [join(packageRoot, "node_modules/@types")],
  };
  await writeFile(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  expect(await runNode(tsc, ["-p", project])).toMatchObject({ exitCode: 0, stdout: "" });
  const { exitCode, stdout, stderr } = await runNode(join(project, "consumer.js"), []);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return stdout;
}

test("README's client runs from the packed package, with openapi-fetch alone", async () => {
  const [client = ""] = await readmeBlocks();
  const mock = await startMock();
  onTestFinished(() => mock.close());
  const project = await consumerProject("openapi-fetch", "openapi-typescript-helpers");
  expect(client).toContain("http://127.0.0.1:4010");
  expect(await compileAndRun(project, client.replace("http://127.0.0.1:4010", mock.url))).toBe(`${personaId}\n`);
});

test("README's mock runs from the packed package, with Prism beside it", async () => {
  const [, mock = ""] = await readmeBlocks();
  const project = await consumerProject("openapi-fetch", "openapi-typescript-helpers", "@stoplight/prism-cli");
  expect(await compileAndRun(project, mock)).toBe(`${personaId}\n429\n`);
});

test("the package holds the bundle, and a key can be required of its callers", async () => {
  const project = await consumerProject("openapi-fetch", "@stoplight/prism-cli", "yaml", "json-p3");
  const code = `
    import { readFile } from "node:fs/promises";
    import { startMock } from "suno-persona/mock";
    import document from "suno-persona/openapi.json" with { type: "json" };
    const yaml = await readFile(new URL(import.meta.resolve("suno-persona/openapi.yaml")), "utf8");
    console.log(document.info.title, yaml.slice(0, 14));
    const mock = await startMock({ requireKey: true });
    const { status } = await fetch(mock.url + "/suno/persona/create/", { method: "POST" });
    console.log(status);
    await mock.close();
  `;
  expect(await compileAndRun(project, code)).toBe("Suno Persona API openapi: 3.1.0\n401\n");
});
