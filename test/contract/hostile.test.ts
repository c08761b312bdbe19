import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { type ContractOptions, type Report, runContract } from "../../src/contract/index.ts";
import { bySeverity } from "../../src/contract/report/report.ts";
import { http, type RawAnswer, rawServer } from "../helpers/raw-server.ts";
import { readPersonaDocument } from "../openapi/persona-document.ts";
import { casesOf } from "./cases/plan.ts";
import { keysOf } from "./model/keys.ts";

const document = await readPersonaDocument();

async function run(response: RawAnswer, options: Partial<ContractOptions> = {}): Promise<Report> {
  const { url } = await rawServer(response);
  return runContract({ url, document, timeoutMs: 200, ...options });
}

function checksOf(report: Report): Set<string> {
  return new Set(bySeverity(report).errors.map(({ check }) => check));
}

describe("a server that misbehaves is a violation, never a hang or a crash", () => {
  test.each<[string, RawAnswer, string, string]>([
    ["never responds", () => {}, "complete-response", "no response within 200 ms"],
    ["closes without a response", (socket) => socket.destroy(), "complete-response", "closed without a response"],
    ["resets", (socket) => socket.resetAndDestroy(), "complete-response", "closed without a response"],
    ["speaks garbage", "SSH-2.0-OpenSSH_9.2\r\n", "complete-response", "not HTTP"],
    ["ends in the middle of the head", "HTTP/1.1 200 OK\r\nContent-", "complete-response", "in the middle of the head"],
    [
      "ends in the middle of the body",
      "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{",
      "complete-response",
      "promises 9 bytes, 1 arrived",
    ],
    [
      "sends a head that never ends",
      (socket) => void stream(socket, "a: b\r\n".repeat(20_000), "HTTP/1.1 200 OK\r\n"),
      "complete-response",
      "head is longer",
    ],
    ["responds to everything with 500", http(500, {}, "{}"), "no-success", "500 to a valid request"],
    [
      "rejects everything",
      http(400, { "Content-Type": "application/json" }, "{}"),
      "no-success",
      "400 to a valid request",
    ],
    [
      "accepts everything",
      http(200, { "Content-Type": "application/json" }, "{}"),
      "negative-data-rejection",
      "it was accepted",
    ],
  ])("%s", async (_, response, check, words) => {
    const report = await run(response, { only: ["examples", "required", "type"] });
    expect(report.passed).toBe(false);
    expect(checksOf(report)).toContain(check);
    expect(
      bySeverity(report)
        .errors.map(({ actual }) => actual)
        .join("\n"),
    ).toContain(words);
  });

  test("sends a body without end: reading stops at the limit", async () => {
    const report = await run((socket) => void stream(socket, "x".repeat(65_536), "HTTP/1.1 200 OK\r\n\r\n"), {
      only: ["examples"],
      timeoutMs: 5_000,
    });
    expect(
      bySeverity(report)
        .errors.map(({ actual }) => actual)
        .join("\n"),
    ).toContain("longer than 16777216 bytes");
  });

  test("drips: the response is not complete in time", async () => {
    const report = await run((socket) => void drip(socket), { only: ["examples"] });
    expect(
      bySeverity(report)
        .errors.map(({ actual }) => actual)
        .join("\n"),
    ).toMatch(/not complete within 200 ms: \d+ bytes arrived/);
  });

  test("stops responding: the rest is skipped, and counted", async () => {
    const report = await run(() => {});
    const left = report.skipped.find(({ why }) => why.includes("no complete response in time"));
    // Three are waited for; a fourth was sent before the third was checked.
    expect(report.requests).toBe(4);
    expect(left?.cases).toBe(casesOf(document, { keys: keysOf() }).length - report.requests);
  });
});

test("nothing listens: exit code 2 and one line", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  const url = `http://127.0.0.1:${port}`;
  await expect(runContract({ url, document })).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringMatching(new RegExp(`^No server responds on ${url} \\(.*ECONNREFUSED.*\\)\\. .*\`url\`\\.$`)),
  });
});

/** Sends the same bytes again and again, as long as they are taken. */
async function stream(socket: import("node:net").Socket, part: string, first: string): Promise<void> {
  socket.write(first);
  while (!socket.destroyed) {
    if (!socket.write(part)) await Promise.race([once(socket, "drain"), once(socket, "close")]).catch(() => {});
    else await new Promise(setImmediate);
  }
}

/** A byte each 20 ms. */
function drip(socket: import("node:net").Socket): void {
  const bytes = http(200, { "Content-Type": "application/json" }, JSON.stringify({ a: "b".repeat(500) }));
  let sent = 0;
  const timer = setInterval(() => {
    if (socket.destroyed || sent >= bytes.length) return clearInterval(timer);
    socket.write(bytes.subarray(sent, ++sent));
  }, 20);
}
