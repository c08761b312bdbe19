import { expect, test } from "vitest";
import { scriptPath, startScript, untilPrinted } from "../helpers/run-script.ts";
import { documentedRequest } from "../openapi/documented-example.ts";

test("logs a line a request, with the reasons of a refusal, and ends on Ctrl-C with exit 0", async () => {
  const child = startScript(scriptPath("mock"), ["--port=0", "--require-key"]);
  const url = (await untilPrinted(child, /Mock on http:\S+\n/)).match(/http:\S+/)?.[0] ?? "";
  const post = (body: object, headers: Record<string, string> = {}) =>
    fetch(`${url}/suno/persona/create/`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify(body),
    });

  const taken = untilPrinted(child, /^POST \/suno\/persona\/create\/ 200 \d+ ms\n/m);
  await post(documentedRequest, { Authorization: "Bearer CANARY" });
  await taken;

  const refused = untilPrinted(child, /^POST .* 422 \d+ ms {2}request\.body: .*'name'.*\n/m);
  const { name: _, ...withoutName } = documentedRequest;
  await post(withoutName, { Authorization: "Bearer CANARY" });
  expect(await refused).not.toContain("CANARY");

  const unauthorized = untilPrinted(child, /^POST .* 401 /m);
  await post(documentedRequest);
  await unauthorized;

  const ended = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGINT");
  expect(await ended).toBe(0);
});

test("--host and --echo reach the mock", async () => {
  const child = startScript(scriptPath("mock"), ["--port=0", "--host=0.0.0.0", "--echo"]);
  const url = (await untilPrinted(child, /Mock on http:\S+\n/)).match(/http:\S+/)?.[0] ?? "";
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const response = await fetch(`${url}/suno/persona/create/`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ...documentedRequest, name: "Mine" }),
  });
  expect(await response.json()).toMatchObject({ name: "Mine" });
  child.kill("SIGINT");
});

test("--host that is no address of this machine: says so in one line", async () => {
  const child = startScript(scriptPath("mock"), ["--port=0", "--host=192.0.2.1"]);
  const exitCode = new Promise((resolve) => child.once("close", resolve));
  expect(await exitCode).toBe(2);
});
