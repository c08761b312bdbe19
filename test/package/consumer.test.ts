import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runTool } from "../../scripts/cli/run-node.ts";
import { packageRoot } from "../../src/internal/package-root.ts";
import { consumerProject, runVitest } from "../helpers/consumer-project.ts";

/** `test/consumer/` with the packed package, and what it needs beside it. */
async function team(...more: string[]): Promise<string> {
  const project = await consumerProject(["openapi-fetch", "@stoplight/prism-cli", "vitest", ...more]);
  await cp(join(packageRoot, "test/consumer"), project, { recursive: true });
  return project;
}

/** Changes a file of the project; what is replaced has to be there. */
async function edit(project: string, file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(project, file), "utf8");
  expect(text).toContain(from);
  await writeFile(join(project, file), text.replace(from, to));
}

test("a team's project compiles, and its own tests pass against the mock", async () => {
  const project = await team();
  expect(await runTool("typescript/bin/tsc", ["-p", project])).toMatchObject({ exitCode: 0, stdout: "" });
  const { exitCode, numPassedTests, messages } = await runVitest(project);
  expect(messages).toEqual([]);
  expect(exitCode).toBe(0);
  expect(numPassedTests).toBe(9);
});

test("where its code sends what the spec does not allow, its tests fail with the reason, whatever the mock replies", async () => {
  const project = await team();
  await edit(project, "src/voices.ts", "        clips: song.clipIds,\n", "");
  const { exitCode, numPassedTests, messages } = await runVitest(project);
  expect(exitCode).toBe(1);
  expect(numPassedTests).toBe(0);
  const refusal = /^Error: The mock refused .*\nPOST \/suno\/persona\/create\/ 422 .*'clips'/;
  expect(messages.filter((message) => refusal.test(message))).toHaveLength(8);
});

test("useMock() keeps the replies of a file from other files, and those of a test from the next", async () => {
  const project = await team();
  await writeFile(
    join(project, "test/own.test.js"),
    `import { useMock } from "suno-persona/vitest";
     import { expect, inject, test } from "vitest";
     const mock = await useMock({ requireKey: true });
     const send = async (url, headers = {}) => {
       const body = JSON.stringify({ root_clip_id: "54834687-5e79-4f08-8e14-cf188f15b598", name: "n", description: "d", clips: [], is_public: true });
       const all = { "Content-Type": "application/json", ...headers };
       return (await fetch(url + "/suno/persona/create/", { method: "POST", body, headers: all })).status;
     };
     const key = { Authorization: "Bearer KEY" };
     test("reply", () => mock.reply({ status: 503, times: 9 }));
     test("the next test", async () => expect(await send(mock.url, key)).toBe(200));
     test("another mock", async () => {
       await mock.reply({ status: 503 });
       expect(await send(inject("mockUrl"))).toBe(200);
       expect(await send(mock.url, key)).toBe(503);
     });
     test("without a key", async () => expect(await send(mock.url)).toBe(401));
     test("not documented", () => mock.reply({ status: 302 }));
     test("what JSON would change", () => mock.reply({ status: 503, headers: new Headers({ a: "b" }) }));`,
  );
  const { messages, numPassedTests } = await runVitest(project, ["own"]);
  expect(messages.map((message) => message.replace(/\n\s+at .*/gs, ""))).toEqual([
    expect.stringMatching(/^Error: The mock refused .*\nPOST .* 401 /),
    expect.stringContaining("mock.reply(): status 302 is not documented; use createPersona 200, 4XX, 5XX"),
    expect.stringContaining("mock.reply(): headers must be an object of strings, not Headers"),
  ]);
  expect(numPassedTests).toBe(3);
});

test("useMock() without the global setup says what vitest's config needs", async () => {
  const project = await team();
  await writeFile(join(project, "vitest.config.ts"), "export default {};");
  const { exitCode, messages } = await runVitest(project, ["voices"]);
  expect(exitCode).toBe(1);
  expect(messages.join()).toContain('useMock() needs globalSetup: "suno-persona/vitest" in vitest\'s config.');
});
