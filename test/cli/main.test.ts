import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { main } from "../../src/cli/main.ts";
import { readSpec } from "../../src/cli/read-spec.ts";
import { packageRoot } from "../../src/internal/package-root.ts";
import { capture } from "../helpers/run-command.ts";

const run = (...args: string[]) => capture(() => main(args));
const bundle = JSON.parse(await readFile(join(packageRoot, "generated/openapi.json"), "utf8"));

describe("suno-persona", () => {
  test("--help lists the commands, --version the version", async () => {
    const { version } = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));
    const { exitCode, stdout } = await run("--help");
    expect(exitCode).toBe(0);
    for (const command of ["mock", "contract", "spec"])
      expect(stdout).toMatch(new RegExp(`^  suno-persona ${command} `, "m"));
    expect(await run("--version")).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: "" });
  });

  test.each(["mock", "contract", "spec"])(
    "%s --help lists its flags, with examples that it accepts",
    async (command) => {
      const { exitCode, stdout } = await run(command, "--help");
      expect(exitCode).toBe(0);
      expect(stdout).toContain(`Usage: suno-persona ${command} [--`);
      const examples = stdout.split("\n").filter((line) => line.startsWith(`  suno-persona ${command} `));
      expect(examples.length).toBeGreaterThanOrEqual(2);
      for (const example of examples) {
        const args = example
          .trim()
          .split(" ")
          .slice(1)
          .filter((part) => part !== ">" && !part.startsWith("openapi."));
        expect((await run(...args, "--help")).exitCode, example).toBe(0);
      }
    },
  );

  test.each([
    [[], "Which command? Usage: suno-persona mock | contract | spec [--help]"],
    [["constructor"], 'Unknown command "constructor". Usage: suno-persona mock | contract | spec [--help]'],
    [
      ["mock", "--port", "x"],
      '--port takes a port from 0 (any free one) to 65535, not "x". Usage: suno-persona mock [',
    ],
  ])("%j: exit 2 and one line", async (args, line) => {
    const { exitCode, stdout, stderr } = await run(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).toContain(line);
  });

  test("spec prints the bundle, as JSON or as YAML", async () => {
    expect(JSON.parse((await run("spec")).stdout)).toEqual(bundle);
    expect(parse((await run("spec", "--format", "yaml")).stdout)).toEqual(bundle);
  });
});

describe("--spec takes a URL", () => {
  /** Serves a text with a status, and returns its URL. */
  async function serve(text: string | Buffer, status = 200): Promise<string> {
    const server = createServer((_, response) => response.writeHead(status).end(text)).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    onTestFinished(() => void server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/openapi?token=CANARY`;
  }

  test("of JSON or YAML", async () => {
    expect(await readSpec(await serve(JSON.stringify(bundle)))).toEqual(bundle);
    expect(await readSpec(await serve("openapi: 3.1.0\npaths: {}\n"))).toEqual({ openapi: "3.1.0", paths: {} });
    expect(await readSpec(await serve("{openapi: 3.1.0, paths: {}}"))).toEqual({ openapi: "3.1.0", paths: {} });
  });

  test.each<[string, string | Buffer, number, RegExp]>([
    ["another status", "", 404, /^Cannot read http:\/\/127\.0\.0\.1:\d+\/openapi \(status 404\)\. Correct --spec/],
    ["more than 10 MB", Buffer.alloc(10_000_001, " "), 200, /\(larger than 10 MB\)/],
    ["HTML", "<html>", 200, /is not an OpenAPI 3 document/],
    [
      "Swagger 2.0",
      '{"swagger":"2.0"}',
      200,
      /is Swagger 2\.0\. Convert it to OpenAPI 3 first \(npx swagger2openapi http/,
    ],
    [
      "a document in parts",
      '{"openapi":"3.1.0","paths":{"/a":{"$ref":"a.yaml"}}}',
      200,
      /refers to a\.yaml\. Bundle it/,
    ],
  ])("refuses %s in one line", async (_, text, status, message) => {
    const error = await readSpec(await serve(text, status)).catch((cause: Error) => cause);
    expect(error).toMatchObject({ name: "UserError", exitCode: 2, message: expect.stringMatching(message) });
    expect((error as Error).message).not.toContain("CANARY");
  });

  test("refuses one that nobody serves", async () => {
    await expect(readSpec("http://127.0.0.1:65535/openapi.json")).rejects.toThrow(/\(ECONNREFUSED\)\. Correct --spec/);
  });
});
