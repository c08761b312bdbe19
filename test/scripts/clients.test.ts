import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { runTool } from "../../scripts/cli/run-node.ts";
import { runCommand } from "../helpers/run-command.ts";
import { runScript, scriptPath } from "../helpers/run-script.ts";
import { scratchFolder } from "../helpers/scratch.ts";

const clients = (...args: string[]) => runCommand("clients", args);

/** Lets programs be found in this folder alone until the test is done. */
function usePath(folder: string): void {
  vi.stubEnv("PATH", folder);
  onTestFinished(() => void vi.unstubAllEnvs());
}

test("a client is generated with README and licence, and its first call is made against the mock", async () => {
  const out = await scratchFolder();
  const { exitCode, stdout, stderr } = await runScript(scriptPath("clients"), ["typescript", "--out", out]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toMatch(/^typescript .* first call returned the documented response\n1 of 1 tried\n$/);
  const folder = join(out, "typescript");
  expect((await readdir(folder)).sort()).toEqual(["LICENSE", "README.md", "REFERENCE.md", "client.ts"]);
  const readme = await readFile(join(folder, "README.md"), "utf8");
  expect(readme).toContain('createPersona({ body: {"root_clip_id":"54834687-');
  expect(readme).toContain('configure({ serverUrl: "http://127.0.0.1:4010", auth: { bearer: "YOUR_API_KEY" } });');
  const settings = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--skipLibCheck"];
  expect(await runTool("typescript/bin/tsc", [...settings, join(folder, "client.ts")])).toMatchObject({ exitCode: 0 });
});

test("where a language's tools are missing, its client is written and said not to be tried", async () => {
  const out = await scratchFolder();
  const args = ["go", "python", "php", "java", "--out", out];
  // Nothing but Node is found there.
  usePath(out);
  const { exitCode, stdout } = await clients(...args);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(
    /^python .* NOT TRIED: python3 is not installed\ngo .* NOT TRIED: go is not installed\nphp .* NOT TRIED: php is not installed\njava .* NOT TRIED: javac is not installed\n0 of 4 tried, not python, go, php, java\n$/,
  );
  const files = { go: "client.go", python: "client.py", php: "client.php", java: "Client.java" };
  for (const [language, client] of Object.entries(files)) {
    expect(await readFile(join(out, language, client), "utf8")).toContain("/suno/persona/create/");
    expect(await readFile(join(out, language, "README.md"), "utf8")).toContain("in a checkout of `suno-persona`");
  }
  // A client is made again where it was made before.
  expect(await clients("go", "--out", out)).toMatchObject({ exitCode: 0, stderr: "" });
});

test("where one language fails, the others are tried, each is told, and the summary: exit 1", async () => {
  const out = await scratchFolder();
  const bin = await scratchFolder();
  // Takes every question whether it is there, and no program.
  const php = '#!/bin/sh\ncase "$1" in example.php) echo "php is broken" >&2; exit 3;; esac\n';
  await writeFile(join(bin, "php"), php, { mode: 0o755 });
  const args = ["php", "typescript", "go", "--out", out];
  usePath(bin);
  const { exitCode, stdout, stderr } = await clients(...args);
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "2 of 3 tried, not go; failed: php\n" });
  expect(stdout.split("\n")).toEqual([
    expect.stringMatching(/^go .* NOT TRIED: go is not installed$/),
    "php         FAILED, not written: The first call of the PHP client fails: php is broken",
    expect.stringMatching(/^typescript .* first call returned the documented response$/),
    "",
  ]);
  expect((await readdir(out)).sort()).toEqual(["go", "typescript"]);
});

test("a folder with other files in it is refused before anything is made: exit 2, and it is as it was", async () => {
  const out = await scratchFolder();
  const folder = join(out, "typescript");
  await mkdir(folder);
  for (const name of ["client.ts", "server.ts"]) await writeFile(join(folder, name), "ours\n");
  expect(await clients("go", "typescript", "--out", out)).toEqual({
    exitCode: 2,
    stdout: "",
    stderr: `${relative(process.cwd(), folder)} contains server.ts, which would be lost. Move them, or choose another folder.\n`,
  });
  expect(await readdir(out)).toEqual(["typescript"]);
  expect((await readdir(folder)).sort()).toEqual(["client.ts", "server.ts"]);
  expect(await readFile(join(folder, "client.ts"), "utf8")).toBe("ours\n");
});

test("a language that there is no client for: exit 2, and which there are", async () => {
  expect(await clients("cobol")).toEqual({
    exitCode: 2,
    stdout: "",
    stderr: 'Unknown language "cobol". Choose any of: python, go, php, java, typescript.\n',
  });
});
