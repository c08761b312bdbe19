import { once } from "node:events";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { packageRoot } from "../../src/internal/package-root.ts";
import { runCommand } from "../helpers/run-command.ts";
import { runScript, scriptPath } from "../helpers/run-script.ts";

const manifest = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));
const commands = ["start", "generate", "lint", "docs", "mock", "contract", "build", "diff", "api", "release", "sbom"];

async function takenPort(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return String((server.address() as AddressInfo).port);
}

describe.each(commands)("%s", (command) => {
  const name = command === "start" ? "npm start" : `npm run ${command}`;

  test("is a script of package.json and is in CONTRIBUTING's table", async () => {
    expect(manifest.scripts[command]).toBe(`node --import ./scripts/typescript.mjs scripts/${command}.ts`);
    expect(await readFile(join(packageRoot, "CONTRIBUTING.md"), "utf8")).toMatch(new RegExp(`^\\| \`${name}\``, "m"));
  });

  test("--help says what it does and how it is used", async () => {
    const { exitCode, stdout, stderr } = await runCommand(command, ["--help"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toContain(`Usage: ${name} -- [`);
  });

  // In a process of its own, as people run it.
  test("an unknown flag: exit 2 and one line with the usage", async () => {
    const { exitCode, stderr } = await runScript(scriptPath(command), ["--nope"]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(new RegExp(`^Unknown option '--nope'\\. Usage: ${name} -- \\[.*\\]\n$`));
  });

  test("an argument that is no flag: exit 2 and one line with the usage", async () => {
    const { exitCode, stderr } = await runCommand(command, ["extra"]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^Unexpected argument 'extra'\. .*Usage: .*\n$/);
  });
});

describe("a bad value: exit 2 and one line with what is taken and the usage", () => {
  test.each([
    ["mock", "--port", "many"],
    ["mock", "--port", "70000"],
    ["docs", "--port", "-1"],
    ["start", "--mock-port", "1.5"],
    ["start", "--docs-port", ""],
  ])("%s %s=%s", async (command, flag, value) => {
    const { exitCode, stderr } = await runCommand(command, [`${flag}=${value}`]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`${flag} takes a port from 0 (any free one) to 65535, not "${value}". Usage: npm `);
    expect(stderr.split("\n")).toHaveLength(2);
  });

  test("a flag without its value", async () => {
    const { exitCode, stderr } = await runCommand("mock", ["--spec"]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^Option '--spec <value>' argument missing\. Usage: npm run mock -- .*\n$/);
  });
});

describe("a port in use: exit 2, the port and how to pick another", () => {
  test.each([
    ["mock", [], "--port"],
    ["start", ["--once"], "--mock-port"],
    ["docs", ["--serve"], "--port"],
    ["start", ["--mock-port=0"], "--docs-port"],
  ])("%s %j %s", async (command, args, flag) => {
    const port = await takenPort();
    const { exitCode, stderr } = await runScript(scriptPath(command), [...args, `${flag}=${port}`]);
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      `Port ${port} is in use. Stop what listens there, or choose another with ${flag} (0: any free one).\n`,
    );
  });
});

test("a spec that the mock cannot read: exit 2 and its name", async () => {
  const { exitCode, stderr } = await runCommand("mock", ["--spec", "nowhere.json"]);
  expect(exitCode).toBe(2);
  expect(stderr).toBe("Cannot read nowhere.json (ENOENT). Check the path.\n");
});
