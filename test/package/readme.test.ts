import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { createServer, request as httpRequest } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runNode } from "../../scripts/cli/run-node.ts";
import { packageRoot } from "../../src/internal/package-root.ts";
import { startMock } from "../../src/mock/index.ts";
import { compile, consumerProject, runVitest } from "../helpers/consumer-project.ts";
import { listReadmes } from "../helpers/readmes.ts";
import { documentedAnswer } from "../openapi/documented-example.ts";

const { id } = documentedAnswer;
const needs = { client: ["openapi-fetch"], mock: ["openapi-fetch", "@stoplight/prism-cli"] };

/** The TypeScript blocks of all READMEs, by the name in the comment before each: `<!-- name -->`. */
async function readBlocks(): Promise<Map<string, string>> {
  const blocks = new Map<string, string>();
  for (const file of await listReadmes()) {
    const text = (await readFile(join(packageRoot, file), "utf8")).replaceAll("\r\n", "\n");
    for (const [, name = "", code = ""] of text.matchAll(/(?:<!-- ([\w ]+) -->\n)?```ts\n([\s\S]*?)```/g)) {
      // Two READMEs may show the same block, but not two versions of it.
      expect(blocks.get(name) ?? code, `${name || "a block without a name"} in ${file}`).toBe(code);
      blocks.set(name, code);
    }
  }
  return blocks;
}

/** Compiles modules, by name, in a project that has the package. The package's declarations are checked in consumers.test.ts. */
async function compileAll(project: string, modules: Record<string, string>): Promise<void> {
  const files = Object.keys(modules).map((name) => `${name}.ts`);
  for (const [name, code] of Object.entries(modules)) await writeFile(join(project, `${name}.ts`), code);
  expect(await compile(project, { skipLibCheck: true }, { files })).toMatchObject({ exitCode: 0, stdout: "" });
}

/** Runs a module that was compiled and returns what it prints. */
async function run(project: string, name: string): Promise<string> {
  const { exitCode, stdout, stderr } = await runNode(join(project, `${name}.js`), []);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return stdout;
}

const blocks = await readBlocks();

test("README's blocks run from the packed package, with openapi-fetch alone", async () => {
  const printed = {
    client: `${id}\n`,
    results: `${id}\n`,
    errors: "429 rejected 3\n",
    options: "POST /suno/persona/create/ 200\n",
    validation: '/root_clip_id must match format "uuid"\n422\n',
  };
  const mock = await startMock();
  onTestFinished(() => mock.close());
  const project = await consumerProject(needs.client);
  const modules = Object.keys(printed).map((name) => {
    const code = blocks.get(name) ?? "";
    expect(code, name).toContain("http://127.0.0.1:4010");
    return [name, code.replaceAll("http://127.0.0.1:4010", mock.url)];
  });
  await compileAll(project, Object.fromEntries(modules));
  for (const [name, expected] of Object.entries(printed)) expect(await run(project, name), name).toBe(expected);
});

test("README's block proxy goes through a proxy, with undici's dispatcher", async () => {
  const mock = await startMock();
  onTestFinished(() => mock.close());
  const targets: string[] = [];
  const proxy = createServer((request, response) => {
    targets.push(`${request.url}`);
    const { method, headers } = request;
    const forwarded = httpRequest(`${request.url}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(response);
    });
    request.pipe(forwarded);
  }).listen(0, "127.0.0.1");
  proxy.on("connect", ({ url }, socket) => {
    targets.push(`${url}`);
    const { hostname, port } = new URL(`http://${url}`);
    const target = connect(Number(port), hostname, () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      target.pipe(socket).pipe(target);
    });
  });
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  await once(proxy, "listening");
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const project = await consumerProject(["openapi-fetch", "undici"]);
  const code = (blocks.get("proxy") ?? "").replace("http://127.0.0.1:4010", mock.url);
  await compileAll(project, { proxy: code.replace('process.env.HTTPS_PROXY ?? ""', JSON.stringify(url)) });
  expect(await run(project, "proxy")).toBe(`${id}\n`);
  expect(targets).toHaveLength(1);
  expect(targets[0]).toContain(new URL(mock.url).host);
});

test("README's block mock runs from the packed package, with Prism beside it; the package holds the bundle, and a key can be required", async () => {
  const project = await consumerProject([...needs.mock]);
  const bundle = `
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
  await compileAll(project, { mock: blocks.get("mock") ?? "", bundle });
  expect(await run(project, "bundle")).toBe("Suno Persona API openapi: 3.1.0\n401\n");
  expect(await run(project, "mock")).toBe(`${id}\n429\n`);
});

test.each([
  ["contract", /Tests .*\d{3} passed/],
  ["contract shard", /Tests .*\d{2,3} passed/],
])("README's block %s is a vitest file, a test per case", async (name, summary) => {
  const mock = await startMock();
  onTestFinished(() => mock.close());
  const project = await consumerProject(["vitest", "ajv", "ajv-formats", "fast-check"]);
  const code = (blocks.get(name) ?? "").replaceAll("http://127.0.0.1:4010", mock.url);
  await writeFile(join(project, "contract.test.ts"), code);
  const { exitCode, stdout } = await runNode(join(packageRoot, "node_modules/vitest/vitest.mjs"), [
    "run",
    "--root",
    project,
  ]);
  expect(exitCode, stdout).toBe(0);
  expect(stdout).toMatch(summary);
});

test("README's block vitest is a test file that passes with the config that README shows", async () => {
  const config = blocks.get("vitest config") ?? "";
  expect(await readFile(join(packageRoot, "README.md"), "utf8")).toContain(config.trim().replace(/;$/, ""));
  const project = await consumerProject([...needs.mock, "vitest"]);
  await writeFile(join(project, "vitest.config.js"), config);
  await writeFile(join(project, "own.test.ts"), blocks.get("vitest") ?? "");
  expect(await runVitest(project)).toMatchObject({ exitCode: 0, numPassedTests: 2, messages: [] });
  await writeFile(join(project, "consumer.ts"), blocks.get("vitest") ?? "");
  expect(await compile(project, { skipLibCheck: true })).toMatchObject({ exitCode: 0, stdout: "" });
});

test("every TypeScript block of a README has a test", () => {
  expect([...blocks.keys()].sort()).toEqual([
    "client",
    "contract",
    "contract shard",
    "errors",
    "express",
    "hono",
    "mock",
    "node test",
    "options",
    "proxy",
    "results",
    "validation",
    "vitest",
    "vitest config",
  ]);
});
