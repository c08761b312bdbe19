import { getEventListeners } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, onTestFinished, test, vi } from "vitest";
import { runNode } from "../../scripts/cli/run-node.ts";
import { createPersonaClient } from "../../src/index.ts";
import { consumerProject } from "../helpers/consumer-project.ts";
import { http, type RawAnswer, rawServer } from "../helpers/raw-server.ts";
import { documentedAnswer, documentedRequest } from "../openapi/documented-example.ts";

const json = { "Content-Type": "application/json" };
const good = http(200, json, JSON.stringify(documentedAnswer));
const ends: [string, RawAnswer][] = [
  ["a success", good],
  ["a refusal", http(422, json, "{}")],
  ["a wait between attempts", http(429, { "Retry-After": "0" })],
  ["a body that is cut", http(200, { ...json, "Content-Length": "9999" }, "{")],
  ["silence", () => {}],
  ["a reset", (socket) => socket.resetAndDestroy()],
];

test.each(ends)("no listener stays on the caller's signal after %s", async (_, answer) => {
  const { url } = await rawServer(answer);
  const { signal } = new AbortController();
  const client = createPersonaClient({ baseUrl: url, timeout: 100, retry: { baseDelay: 1 } });
  await client.result.createPersona(documentedRequest, { signal });
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("200 calls at once with one signal add one listener, and Node warns of no leak", async () => {
  const { url } = await rawServer(() => {});
  const warnings: Error[] = [];
  const warn = (warning: Error) => void warnings.push(warning);
  process.on("warning", warn);
  onTestFinished(() => void process.off("warning", warn));
  const controller = new AbortController();
  const client = createPersonaClient({ baseUrl: url });
  const calls = Array.from({ length: 200 }, () =>
    client.result.createPersona(documentedRequest, { signal: controller.signal }),
  );
  await delay(20);
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
  controller.abort();
  for (const result of await Promise.all(calls)) expect(result).toMatchObject({ error: { kind: "aborted" } });
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  expect(warnings).toEqual([]);
});

test("the client can be imported where there is no TextDecoder, as in jest's jsdom", async () => {
  vi.stubGlobal("TextDecoder", undefined);
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.resetModules();
  expect(await import("../../src/index.ts")).toHaveProperty("createPersonaClient");
});

test("a process ends when its calls have ended: no timer and no connection holds it", async () => {
  const project = await consumerProject(["openapi-fetch"]);
  const urls = await Promise.all(ends.map(async ([, answer]) => (await rawServer(answer)).url));
  const code = `
    import { createPersonaClient } from "suno-persona";
    const startedAt = performance.now();
    const options = { timeout: 200, deadline: 3_600_000, retry: { baseDelay: 1 } };
    const calls = ${JSON.stringify(urls)}.map((baseUrl) =>
      createPersonaClient({ baseUrl, ...options }).result.createPersona(${JSON.stringify(documentedRequest)}));
    calls.push(createPersonaClient({ baseUrl: ${JSON.stringify(urls[2])}, retry: { baseDelay: 3_600_000, maxDelay: 3_600_000 } })
      .result.createPersona(${JSON.stringify(documentedRequest)}, { signal: AbortSignal.timeout(100) }));
    const results = await Promise.all(calls);
    console.log(results.map(({ status }) => status).join(" "));
    const endedAt = performance.now();
    process.on("exit", () => console.log(performance.now() - endedAt < 20_000));
  `;
  await writeFile(join(project, "consumer.js"), code);
  const { stdout, exitCode } = await runNode(join(project, "consumer.js"), []);
  expect(stdout).toMatch(/^200 422 429 failed failed failed (failed|429)\ntrue\n$/);
  expect(exitCode).toBe(0);
});
