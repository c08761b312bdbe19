import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { packageRoot } from "../../src/internal/package-root.ts";
import { startMock } from "../../src/mock/index.ts";

const samples = join(packageRoot, "openapi/samples/createPersona");
const personaId = "fd213afd-ac1c-4822-9802-c1c0ea45e77b";

/** Runs a program to its end, or tells that it is not on this machine. */
async function run(program: string, args: string[], gateway: string) {
  const child = spawn(program, args, {
    cwd: packageRoot,
    env: { ...process.env, SUNO_GATEWAY: gateway, SUNO_API_KEY: "KEY" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const missing = once(child, "error").then(() => "missing" as const);
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return Promise.race([missing, ended]);
}

test.for([
  ["curl.sh", "bash", "curl", []],
  ["python.py", "python3", "python3", []],
  ["typescript.ts", process.execPath, process.execPath, ["--import", "./scripts/typescript.mjs"]],
] as const)(
  "the sample %s runs against the mock and shows the persona id",
  async ([file, program, needs, args], { skip }) => {
    const mock = await startMock({ requireKey: true });
    onTestFinished(() => mock.close());
    for (const tool of [needs, program]) {
      if ((await run(tool, ["--version"], mock.url)) === "missing") skip(`${tool} is not on this machine`);
    }
    const result = await run(program, [...args, join(samples, file)], mock.url);
    if (result === "missing") throw new Error(`${program} did not start.`);
    const [stdout, stderr, [exitCode]] = result;
    expect(exitCode, stderr).toBe(0);
    expect(stdout).toContain(personaId);
  },
);
