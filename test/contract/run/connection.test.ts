import { readFile } from "node:fs/promises";
import { createServer as createPlainServer } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type ContractOptions, renderPretty, runContract } from "../../../src/contract/index.ts";
import { packageRoot } from "../../../src/internal/package-root.ts";
import { http, rawServer } from "../../helpers/raw-server.ts";
import { documentWith } from "../model/read.ts";

const tls = (name: string) => readFile(join(packageRoot, "test/fixtures/tls", name), "utf8");
const ca = await tls("ca.pem");

const document = documentWith(
  { "/items": { get: { operationId: "listItems", responses: { 200: { description: "Items." } } } } },
  { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } },
);
const run = (options: Partial<ContractOptions>) =>
  runContract({ url: "http://127.0.0.1:9", document, only: ["examples"], ...options });

describe("a server with the certificate of a private authority", () => {
  async function startServer(): Promise<number> {
    const server = createServer({ key: await tls("server.key"), cert: await tls("server.pem") }, (_, response) =>
      response.end(),
    ).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return (server.address() as AddressInfo).port;
  }

  test("is tested with `ca`, by name and by address, and Node warns of nothing", async () => {
    const warn = vi.spyOn(process, "emitWarning");
    onTestFinished(() => warn.mockRestore());
    const port = await startServer();
    for (const host of ["localhost", "127.0.0.1"])
      expect((await run({ url: `https://${host}:${port}`, ca })).passed).toBe(true);
    expect(warn).not.toHaveBeenCalled();
  });

  test("is refused without it, in a line that says what to give", async () => {
    const port = await startServer();
    await expect(run({ url: `https://127.0.0.1:${port}` })).rejects.toThrow(
      /^The certificate of https:\/\/127\.0\.0\.1:\d+ is not trusted \(UNABLE_TO_VERIFY_LEAF_SIGNATURE: [^)]+\)\. Give the authority's with `ca`, or correct `url`\.$/,
    );
  });

  test("that is for another name is refused", async () => {
    const port = await startServer();
    await expect(run({ url: `https://127.0.0.2:${port}`, ca })).rejects.toThrow(/^(No server|The certificate) /);
  });

  test("a server without TLS is told in a line", async () => {
    const server = createPlainServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    onTestFinished(() => void server.close());
    await expect(run({ url: `https://127.0.0.1:${(server.address() as AddressInfo).port}` })).rejects.toThrow(
      /^https:\/\/127\.0\.0\.1:\d+ does not speak TLS as expected \(E\w+\)\. Correct `url`\.$/,
    );
  });
});

describe("headers of all requests", () => {
  test("are sent with each, and their secrets are in no report", async () => {
    const { url, requests } = await rawServer(http(500, { "X-Seen": "tenant-4711-x" }));
    const report = await run({
      url,
      headers: { "X-Tenant": "a tenant-4711-x", "X-Plain": "visible" },
      secrets: { TENANT: "tenant-4711-x" },
    });
    expect(requests.length).toBeGreaterThan(0);
    for (const request of requests) expect(request).toMatch(/^X-Tenant: a tenant-4711-x\r$/m);
    expect(JSON.stringify(report)).not.toContain("tenant-4711-x");
    const shown = renderPretty(report);
    expect(shown).toContain(`-H 'X-Tenant: a '"\${TENANT}"`);
    expect(shown).toContain("-H 'X-Plain: visible'");
  });

  test.each<[Record<string, string>, RegExp]>([
    [{ "Content-Type": "text/plain" }, /^The suite sends Content-Type itself: leave out that `headers`\.$/],
    [{ "x-key": "secret-1" }, /^x-key carries the key: give it with `token`, not with `headers`\.$/],
    [{ authorization: "secret-1" }, /^authorization carries the key: /],
    [{ "X A": "secret-1" }, /^No header may be called "X A" \(`headers`\)\.$/],
    [{ "X-A": "secret-1\n" }, /^The value of X-A has characters that no header can carry\. /],
  ])("%j are refused", async (headers, message) => {
    const failed = await run({ headers }).catch((error: Error) => error);
    expect((failed as Error).message).toMatch(message);
    expect((failed as Error).message).not.toContain("secret-1");
  });
});
