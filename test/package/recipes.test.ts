import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Run, runNode } from "../../scripts/cli/run-node.ts";
import { packageRoot } from "../../src/internal/package-root.ts";
import { startMock } from "../../src/mock/index.ts";
import { consumerProject, runVitest } from "../helpers/consumer-project.ts";
import { http, rawServer } from "../helpers/raw-server.ts";

const readme = await readFile(join(packageRoot, "src/contract/README.md"), "utf8");

/** The code block after a text of the README. */
function blockAfter(text: string): string {
  const after = readme.slice(readme.indexOf(text));
  return /```\w+\n([\s\S]*?)```/.exec(after)?.[1] ?? expect.unreachable(`no block after ${text}`);
}

const peers = ["ajv", "ajv-formats", "fast-check"];
const key = "YOUR_API_KEY";

/** Gateways that check the key and pass everything else on. `keyless` takes any call. */
const gateways: [string, string[], (upstream: string, isKeyless: boolean) => string][] = [
  [
    "express",
    ["express"],
    (upstream, isKeyless) => `
      import express from "express";
      export const app = express();
      app.disable("x-powered-by");
      app.use(express.raw({ type: () => true, limit: "20mb", inflate: false }));
      app.post("/suno/persona/create/", async ({ method, originalUrl, headers, body }, response) => {
        if (${!isKeyless} && headers.authorization !== "Bearer ${key}") {
          return response.status(401).set("WWW-Authenticate", "Bearer").json({ message: "no key" });
        }
        const { connection, host, "content-length": _, "transfer-encoding": __, expect, ...rest } = headers;
        const sent = Buffer.isBuffer(body) && body.length > 0 ? { body } : {};
        const answer = await fetch("${upstream}" + originalUrl, { method, headers: rest, redirect: "manual", ...sent });
        for (const name of ["content-type", "allow"]) {
          if (answer.headers.has(name)) response.set(name, answer.headers.get(name));
        }
        response.status(answer.status).send(Buffer.from(await answer.arrayBuffer()));
      });
      app.use((error, request, response, next) => response.status(error.status ?? 500).json({ message: error.message }));`,
  ],
  [
    "hono",
    ["hono", "@hono/node-server"],
    (upstream, isKeyless) => `
      import { Hono } from "hono";
      export const app = new Hono();
      app.post("/suno/persona/create/", async ({ req }) => {
        const headers = new Headers(req.raw.headers);
        if (${!isKeyless} && headers.get("authorization") !== "Bearer ${key}") {
          return Response.json({ message: "no key" }, { status: 401, headers: { "WWW-Authenticate": "Bearer" } });
        }
        for (const name of ["connection", "host", "content-length", "transfer-encoding", "expect"]) headers.delete(name);
        const { pathname, search } = new URL(req.url);
        const bytes = await req.arrayBuffer();
        const sent = bytes.byteLength > 0 ? { body: bytes } : {};
        const answer = await fetch("${upstream}" + pathname + search, { method: req.method, headers, ...sent });
        const kept = ["content-type", "allow"].flatMap((name) => answer.headers.has(name) ? [[name, answer.headers.get(name)]] : []);
        return new Response(answer.status === 204 ? null : await answer.arrayBuffer(), { status: answer.status, headers: kept });
      });`,
  ],
];

describe.each(gateways)("the recipe for %s", (name, packages, app) => {
  const judge = async (isKeyless: boolean) => {
    const mock = await startMock({ echo: true });
    onTestFinished(() => mock.close());
    const project = await consumerProject([...packages, ...peers, "vitest"]);
    await writeFile(join(project, "app.js"), app(mock.url, isKeyless));
    await writeFile(join(project, "contract.test.ts"), blockAfter(`<!-- ${name} -->`));
    return runVitest(project);
  };

  test("passes where the gateway keeps the contract", async () => {
    const { messages, numFailedTests, numPassedTests } = await judge(false);
    expect(messages).toEqual([]);
    expect(numFailedTests).toBe(0);
    expect(numPassedTests).toBeGreaterThan(300);
  });

  test("fails where the gateway takes calls without a key, though the spec leaves it optional", async () => {
    const { numFailedTests, messages } = await judge(true);
    expect(numFailedTests).toBeGreaterThan(0);
    expect(messages.join("\n")).toContain("there are no credentials (negative-data-rejection)");
  });
});

describe("other test runners", () => {
  const runners: [string, string, string, (project: string) => Promise<Run>][] = [
    [
      "node:test",
      "<!-- node test -->",
      "contract.test.mjs",
      (project) => runNode("--test", [join(project, "contract.test.mjs")]),
    ],
    [
      "jest",
      "In jest, which loads modules only with",
      "contract.test.mjs",
      (project) => {
        const manifest = createRequire(import.meta.url).resolve("jest/package.json");
        const args = ["--rootDir", project, "--testMatch", "**/*.test.mjs", "--ci"];
        const env = { NODE_OPTIONS: "--experimental-vm-modules" };
        return runNode(join(dirname(manifest), "bin/jest.js"), args, env, project);
      },
    ],
  ];

  test.each(runners)("%s runs the suite, and fails with its report", async (_, head, file, run) => {
    const mock = await startMock();
    onTestFinished(() => mock.close());
    const project = await consumerProject(peers);
    const code = blockAfter(head);
    const runAgainst = async (url: string) => {
      await writeFile(join(project, file), code.replace("http://127.0.0.1:4010", url));
      return run(project);
    };
    const passed = await runAgainst(mock.url);
    expect(passed.exitCode, passed.stdout + passed.stderr).toBe(0);
    const { url } = await rawServer(http(500));
    const failed = await runAgainst(url);
    expect(failed.exitCode).toBe(1);
    expect(failed.stdout + failed.stderr).toContain("does not keep the contract of");
  });
});
