import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { packageRoot } from "../../src/internal/package-root.ts";
import { contract, judge, personaSpec, startPersonaProvider } from "../helpers/judge-persona.ts";
import { http, rawServer } from "../helpers/raw-server.ts";
import { scratchFolder } from "../helpers/scratch.ts";

/** Sets variables of the environment until the test ends. */
function withEnvironment(variables: Record<string, string>): void {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
}

async function write(files: Record<string, string>): Promise<string> {
  const folder = await scratchFolder();
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, ".."), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

const keyed = JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Keyed", version: "1" },
  paths: {
    "/a": { get: { operationId: "a", security: [{ app: [], user: [] }], responses: { 200: { description: "" } } } },
  },
  components: {
    securitySchemes: { app: { type: "apiKey", in: "header", name: "X-App" }, user: { type: "http", scheme: "bearer" } },
  },
});

describe("keys and headers from the environment", () => {
  test("are sent where they belong, and printed nowhere", async () => {
    withEnvironment({ APP: "app-secret-1", USER_KEY: "Token user-secret-2", TENANT: "tenant-secret-3" });
    const { url, requests } = await rawServer(http(500));
    const spec = join(await write({ "keyed.json": keyed }), "keyed.json");
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the command reads it
    const header = "X-Tenant: t ${TENANT}";
    const args = ["--token-env", "app=APP", "--token-env", "user=USER_KEY", "--header", header, "--only", "examples"];
    const run = await contract("--url", url, "--spec", spec, ...args);
    expect(run.exitCode).toBe(1);
    expect(requests[0]).toMatch(/^X-App: app-secret-1\r$/m);
    expect(requests[0]).toMatch(/^Authorization: Bearer Token user-secret-2\r$/m);
    expect(requests[0]).toMatch(/^X-Tenant: t tenant-secret-3\r$/m);
    expect(run.stdout + run.stderr).not.toMatch(/secret-\d/);
    expect(run.stdout).toMatch(/-H 'X-App: '"\$\{APP\}" .*"\$\{USER_KEY\}" .*"\$\{TENANT\}"/);
  });

  test.each([
    [["--token-env", "ABSENT"], "The environment variable ABSENT is not set. Set it, or correct --token-env."],
    [["--token-env", "app=ABSENT"], "The environment variable ABSENT is not set. Set it, or correct --token-env."],
    [["--token-env", "PATH", "--token-env", "PATH"], "--token-env names two keys."],
    [["--token-env", "ap=PATH"], "The document has no security scheme ap (--token-env). It has app, user."],
    [["--header", "secret"], '--header takes "NAME: VALUE".'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the command reads it
    [["--header", "A: ${ABSENT}"], "The environment variable ABSENT is not set. Set it, or correct --header."],
    [["--ca", "absent.pem"], "Cannot read absent.pem (ENOENT). Check --ca."],
  ])("%j is refused in a line", async (args, line) => {
    const spec = join(await write({ "keyed.json": keyed }), "keyed.json");
    expect(await contract("--url", "http://127.0.0.1:9", "--spec", spec, ...args)).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: `${line}\n`,
    });
  });

  test("--require-key expects what the document leaves open", async () => {
    const { url } = await startPersonaProvider();
    const args = ["--only", "credentials", "--reporter", "json"];
    expect((await judge(url, ...args)).exitCode).toBe(0);
    const { exitCode, stdout } = await judge(url, ...args, "--require-key");
    expect(exitCode).toBe(1);
    expect(stdout).toContain("createPersona/negative-data-rejection/missingCredentials");
  });
});

describe("a document in several files", () => {
  const files = {
    "openapi.yaml": "openapi: 3.1.0\ninfo: {title: Parts, version: '1'}\npaths:\n  /a: {$ref: paths/a.yaml}\n",
    "paths/a.yaml":
      "get:\n  operationId: a\n  responses:\n    '200':\n      description: ''\n      content:\n        application/json:\n          schema: {$ref: ../schemas/Node.yaml}\n",
    "schemas/Node.yaml": "type: object\nproperties:\n  next: {$ref: Node.yaml}\n",
  };
  const plan = async (changes: Record<string, string>) => {
    const folder = await write({ ...files, ...changes });
    const run = await contract("--spec", join(folder, "openapi.yaml"), "--dry-run");
    return { ...run, stderr: run.stderr.replaceAll(/\S*\/?suno persona \w+\//g, "") };
  };

  test("is bundled", async () => {
    expect(await plan({})).toMatchObject({ exitCode: 0, stderr: "", stdout: expect.stringMatching(/^1 operation, /) });
  });

  test("this package's own is the one that it ships", async () => {
    const run = (spec: string) => contract("--spec", join(packageRoot, spec), "--dry-run");
    expect(await run("openapi/openapi.yaml")).toEqual(await run("generated/openapi.json"));
  });

  test.each([
    ["a part that is not there", { "paths/a.yaml": "$ref: b.yaml" }, /^Cannot read .*paths\/b\.yaml \(ENOENT\)\. /],
    ["a part that does not parse", { "schemas/Node.yaml": "a: [" }, /^.*schemas\/Node\.yaml:1:\d+ {2}/],
    [
      "a part elsewhere on the network",
      { "schemas/Node.yaml": "$ref: https://example.com/a.yaml" },
      /^openapi\.yaml refers to https:\/\/example\.com\/a\.yaml, and nothing is fetched\. Bundle it first \(/,
    ],
  ])("%s is told in a line", async (_, changes, line) => {
    const { exitCode, stdout, stderr } = await plan(changes);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(line);
    expect(stderr.trim()).not.toContain("\n");
  });
});

describe("--overlay", () => {
  const overlay = (...actions: object[]) =>
    JSON.stringify({ overlay: "1.0.0", info: { title: "Ours", version: "1" }, actions });
  const statuses = { update: { "x-contract": { statuses: { body: 418 } } } };

  test("adds to the document what the gateway's owner knows", async () => {
    const { url } = await startPersonaProvider();
    const target = "$.paths['/suno/persona/create/'].post";
    const folder = await write({ "ours.json": overlay({ target, ...statuses }) });
    const { exitCode, stdout } = await judge(url, "--only", "required", "--overlay", join(folder, "ours.json"));
    expect(exitCode).toBe(1);
    expect(stdout).toContain("expected   418");
  });

  test("the example of README is one that the spec takes", async () => {
    const readme = await readFile(join(packageRoot, "src/contract/README.md"), "utf8");
    const [, text = ""] = /```yaml\n(overlay: [\s\S]+?)```/.exec(readme) ?? [];
    const folder = await write({ "ours.yaml": text });
    const run = await contract("--spec", await personaSpec(), "--overlay", join(folder, "ours.yaml"), "--dry-run");
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
  });

  test.each([
    ["{}", "must be an overlay of version 1.0, with actions: `overlay: 1.0.0`."],
    [overlay(), "must be an overlay of version 1.0, with actions: `overlay: 1.0.0`."],
    [overlay({ target: "paths", ...statuses }), "/actions/0 must have a target that is a JSONPath: it begins with $."],
    [overlay({ target: "$.info" }), "/actions/0 must have an update, or remove: true."],
    [
      overlay({ target: "$.info", ...statuses }, { target: "$.paths['/persona']", ...statuses }),
      "/actions/1: nothing in the document is at $.paths['/persona'].",
    ],
  ])("%s is refused in a line", async (text, line) => {
    const folder = await write({ "ours.json": text });
    const run = await judge("http://127.0.0.1:9", "--overlay", join(folder, "ours.json"));
    expect(run).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringMatching(/^[^\n]+\n$/) });
    expect(run.stderr).toContain(line);
  });
});

describe("--write-waivers", () => {
  test("writes what the run needs to pass, each to be given a reason", async () => {
    const { url } = await rawServer(http(418));
    const file = join(await scratchFolder(), "waivers.yaml");
    const run = (...args: string[]) => judge(url, "--only", "examples", ...args);
    const first = await run("--write-waivers", file);
    expect(first).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/: 1 waiver, 1 without a reason: write one in place of TODO\.\n$/),
    });
    expect(await readFile(file, "utf8")).toBe('- violation: "createPersona/no-success/no-success"\n  reason: "TODO"\n');
    expect(await run("--waivers", file)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(
        / \/0 needs a reason in place of TODO: why is createPersona\/no-success\/no-success accepted\?\n$/,
      ),
    });
    // Its reasons would be lost.
    expect(await run("--write-waivers", file)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(
        /waivers\.yaml exists\. Give it with --waivers too, so that its reasons are kept\.\n$/,
      ),
    });
    await writeFile(
      file,
      "- violation: createPersona/no-success/*\n  reason: Down till May.\n- violation: gone/*\n  reason: Old.\n",
    );
    expect((await run("--waivers", file, "--write-waivers", file)).exitCode).toBe(1);
    expect(await readFile(file, "utf8")).toBe(
      '- violation: "createPersona/no-success/*"\n  reason: "Down till May."\n',
    );
    expect((await run("--waivers", file)).exitCode).toBe(0);
  });
});
