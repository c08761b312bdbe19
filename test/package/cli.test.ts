import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runNode } from "../../scripts/cli/run-node.ts";
import { consumerProject } from "../helpers/consumer-project.ts";
import { untilPrinted } from "../helpers/run-script.ts";
import { documentedRequest } from "../openapi/documented-example.ts";

const suite = ["ajv", "ajv-formats", "fast-check"];

/** The command as npm links it. */
async function commandOf(project: string): Promise<string> {
  const folder = join(project, "node_modules/suno-persona");
  const { bin } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  return join(folder, bin["suno-persona"]);
}

test("help, version and spec need no other package", async () => {
  const command = await commandOf(await consumerProject(["openapi-fetch"]));
  expect(await readFile(command, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  for (const args of [["--help"], ["--version"], ["mock", "--help"], ["contract", "--help"], ["spec"]]) {
    expect(await runNode(command, args), args.join(" ")).toMatchObject({ exitCode: 0, stderr: "" });
  }
});

test.each([
  ["mock", [], ["mock", "--port", "0"], "-p @stoplight/prism-cli@5.14.2 suno-persona mock --port 0"],
  [
    "contract",
    [],
    ["contract", "--url", "http://127.0.0.1:65535"],
    "-p ajv@8.20.0 -p ajv-formats@3.0.1 -p fast-check@4.10.2 suno-persona contract --url http://127.0.0.1:65535",
  ],
  ["contract against a mock", suite, ["contract"], "-p @stoplight/prism-cli@5.14.2 suno-persona contract"],
])("%s without its packages: one line with the command that brings them", async (_, peers, args, end) => {
  const command = await commandOf(await consumerProject(["openapi-fetch", ...peers]));
  const { exitCode, stdout, stderr } = await runNode(command, args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toBe(`Packages are missing. Run: npx -y -p suno-persona ${end}\n`);
});

test("the mock serves until Ctrl-C, and the suite tests it", async () => {
  const project = await consumerProject(["openapi-fetch", "@stoplight/prism-cli", ...suite]);
  const command = await commandOf(project);
  const mock = spawn(process.execPath, [command, "mock", "--port=0", "--ready-file=mock.url"], { cwd: project });
  onTestFinished(() => void mock.kill("SIGKILL"));
  const url = /http:\S+/.exec(await untilPrinted(mock, /Mock on http:\S+\n/))?.[0] ?? "";
  expect(await readFile(join(project, "mock.url"), "utf8")).toBe(`${url}\n`);
  const response = await fetch(`${url}/suno/persona/create/`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(documentedRequest),
  });
  expect(response.status).toBe(200);

  const { exitCode, stdout } = await runNode(command, ["contract", "--url", url, "--only", "examples,required"]);
  expect(exitCode, stdout).toBe(0);

  const ended = once(mock, "close");
  mock.kill("SIGINT");
  expect(await ended).toEqual([0, null]);
});
