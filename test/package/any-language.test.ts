import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { packageRoot } from "../../src/internal/package-root.ts";
import { consumerProject } from "../helpers/consumer-project.ts";

const page = await readFile(join(packageRoot, "src/cli/README.md"), "utf8");
const readme = await readFile(join(packageRoot, "README.md"), "utf8");

/** A fenced block of a text, by the comment before it. */
function blockOf(text: string, name: string): string {
  return new RegExp(`<!-- ${name} -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] ?? "";
}

/** Programs of the team in the snippets: a test that calls the URL that it is given, and a gateway. */
const programs = {
  pytest: `#!/bin/sh
curl -s -f -o persona.json -H 'Content-Type: application/json' "\${PERSONA_URL:-http://127.0.0.1:4010}/suno/persona/create/" -d '{"root_clip_id":"54834687-5e79-4f08-8e14-cf188f15b598","name":"n","description":"d","clips":[],"is_public":true}' && echo tested
`,
  gateway: `#!/bin/sh
exec suno-persona mock "$@"
`,
};

/** Runs lines as a CI job does, in a folder where npm finds every package: no registry is asked. Returns what they print. */
async function runLines(lines: string, peers: string[]) {
  const project = await consumerProject(["openapi-fetch", ...peers]);
  const bin = join(project, "node_modules/.bin");
  await mkdir(bin);
  const command = join(project, "node_modules/suno-persona/dist/lib/src/cli/bin.js");
  await chmod(command, 0o755);
  await symlink(command, join(bin, "suno-persona"));
  for (const [name, text] of Object.entries(programs)) await writeFile(join(bin, name), text, { mode: 0o755 });
  await symlink(join(bin, "gateway"), join(project, "gateway"));
  const env = {
    PATH: `${bin}:${dirname(process.execPath)}:/usr/bin:/bin`,
    HOME: project,
    npm_config_registry: "http://127.0.0.1:1",
    npm_config_offline: "true",
    npm_config_update_notifier: "false",
  };
  // A group of its own: what a job leaves behind ends with it.
  const job = spawn("bash", ["-e", "-c", lines], { cwd: project, env, detached: true });
  onTestFinished(() => end(job));
  let output = "";
  for (const stream of [job.stdout, job.stderr]) stream.on("data", (data) => (output += data));
  const [exitCode] = await once(job, "exit");
  end(job);
  await once(job, "close");
  return { exitCode, output, project };
}

/** Ends all that a job started. */
function end({ pid }: ChildProcess): void {
  try {
    process.kill(-(pid ?? Number.NaN), "SIGKILL");
  } catch {
    // Nothing is left of it.
  }
}

/** A port that nothing listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

const mocks = ["@stoplight/prism-cli"];
const suite = ["ajv", "ajv-formats", "fast-check"];
const linesOf = (steps: { run?: string }[]) => steps.flatMap(({ run }) => run ?? []).join("\n");

describe("the lines for a team in any language run from the packed package", () => {
  test("README's three lines: a mock, and the team's own tests", async () => {
    const port = await freePort();
    const lines = blockOf(readme, "any language").replaceAll("mock --", `mock --port ${port} --`);
    expect(lines.trim().split("\n")).toHaveLength(3);
    const { exitCode, output } = await runLines(lines.replace("pytest", "PERSONA_URL=$(cat mock.url) pytest"), mocks);
    expect({ exitCode, output }).toEqual({ exitCode: 0, output: expect.stringContaining("tested\n") });
  });

  test("GitHub Actions, with the mock", async () => {
    const { steps } = parse(blockOf(page, "github mock"));
    const port = await freePort();
    const { exitCode, output } = await runLines(
      linesOf(steps).replace("--ready-file", `--port ${port} --ready-file`),
      mocks,
    );
    expect({ exitCode, output }).toEqual({ exitCode: 0, output: expect.stringContaining("tested\n") });
  });

  test("GitHub Actions, with the contract of a gateway", async () => {
    const { steps } = parse(blockOf(page, "github contract"));
    const port = await freePort();
    const run = await runLines(linesOf(steps).replaceAll("8000", String(port)), [...mocks, ...suite]);
    expect(run).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining("::notice title=Contract::The server keeps "),
    });
    const { path } = steps.at(-1).with;
    expect(await readFile(join(run.project, path), "utf8")).toMatch(/<testsuites [^>]* failures="0"/);
  });

  test("GitLab CI, with the contract of a gateway", async () => {
    const { contract } = parse(blockOf(page, "gitlab"));
    const port = await freePort();
    const lines = contract.script.join("\n").replaceAll("8000", String(port));
    const run = await runLines(lines, [...mocks, ...suite]);
    expect(run).toMatchObject({ exitCode: 0, output: expect.stringMatching(/^The server keeps the contract /m) });
    expect(await readFile(join(run.project, contract.artifacts.reports.junit), "utf8")).toContain("<testsuites ");
  });
});

test("the pages name the packages that the command asks for", async () => {
  const { supportedPeers } = await import("../../src/internal/supported-peers.ts");
  for (const [, name = "", version = ""] of `${readme}\n${page}`.matchAll(/-p ((?:@\w+\/)?[\w-]+)@([\d.]+)/g)) {
    expect({ name, version }).toEqual({ name, version: supportedPeers[name as keyof typeof supportedPeers]?.tested });
  }
});
