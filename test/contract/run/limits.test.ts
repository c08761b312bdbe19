import { describe, expect, onTestFinished, test } from "vitest";
import { type ContractOptions, type Report, runContract } from "../../../src/contract/index.ts";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";
import { type Quirk, startThings, thingsDocument } from "../chain/things-api.ts";
import { verdictOn } from "../frameworks/verdict.ts";
import { documentWith } from "../model/read.ts";
import { faults, startProvider } from "../reference-provider/start.ts";

/** Tests a server of things. */
async function testThings(options: Partial<ContractOptions>, quirk?: Quirk, document = thingsDocument()) {
  const { url, requests } = await startThings(quirk, "t-1");
  return { report: await runContract({ url, document, ...options }), requests };
}

const operationsOf = ({ cases }: Report) => [...new Set(cases.map(({ operation }) => operation))].sort();
/** A server that takes a body without a name. */
const isLax: Quirk = ({ method, id, body }) =>
  method === "POST" && id === undefined && !body ? [201, { id: "t-9", name: "n" }] : undefined;

describe("a selection of operations", () => {
  test("is tested alone, and others are called only for things", async () => {
    const { report, requests } = await testThings({ include: { operations: ["changeThing"] } });
    expect(operationsOf(report)).toEqual(["changeThing"]);
    expect(report.operations).toEqual({ total: 1, tested: 1 });
    expect(report.summary).toMatch(/ The run was limited to 1 of 5 operations\.$/);
    expect(requests).toContain("POST /things");
  });

  test("never calls what it excludes, not even for things", async () => {
    const { report, requests } = await testThings({ exclude: { methods: ["POST", "DELETE"] } });
    expect(operationsOf(report)).toEqual(["changeThing", "getThing", "listThings"]);
    // The methods family sends methods that the path does not have: not those.
    const posted = requests.filter((request) => /^(POST|DELETE) /.test(request));
    expect(posted.filter((request) => !/^(POST \/things\/|DELETE \/things$)/.test(request))).toEqual([]);
  });

  test("makes no waiver stale that is about the rest", async () => {
    const waivers = [{ violation: "createThing/gone/*", reason: "known" }];
    const { report } = await testThings({ include: { operations: ["getThing"] }, waivers });
    expect(report).toMatchObject({ passed: true, staleWaivers: [] });
    const whole = await testThings({ waivers });
    expect(whole.report).toMatchObject({
      passed: false,
      staleWaivers: waivers.map(({ violation }) => ({ id: violation })),
    });
  });
});

describe("a budget", () => {
  test("of an operation is kept, the most telling test cases first, and says what it left out", async () => {
    const { report } = await testThings({ maxCases: 4, include: { operations: ["createThing"] } });
    const sent = report.cases.filter(({ result, family }) => result !== "skipped" && family !== "recovery");
    expect(sent.map(({ family }) => family).sort()).toEqual(["body-syntax", "boundaries", "constraints", "examples"]);
    const [left] = report.skipped.filter(({ why }) => why === "beyond the 4 of `maxCases`");
    expect(left?.cases).toBeGreaterThan(50);
    expect(report.summary).toContain("limited to 1 of 5 operations; 4 test cases of each operation.");
  });

  test("of failures ends the run, with what was found so far", async () => {
    const { report, requests } = await testThings({ maxFailures: 1 }, isLax);
    expect(report.stopped).toBe("the failing test case of `maxFailures` was found");
    expect(report.passed).toBe(false);
    expect(report.violations.length).toBeGreaterThan(0);
    const whole = await testThings({}, isLax);
    expect(requests.length).toBeLessThan(whole.requests.length);
    expect(report.skipped.some(({ why }) => why.startsWith("not reached: "))).toBe(true);
  });

  test("of time ends the run, which is then no pass", async () => {
    const { report } = await testThings({ maxDurationMs: 1_000, rate: 20 });
    expect(report).toMatchObject({ passed: false, stopped: "the 1 s of `maxDurationMs` are over", violations: [] });
    expect(report.summary).toMatch(/^No violations in .*The report is partial: the 1 s of `maxDurationMs` are over\.$/);
  });

  test("an interrupted run reports what it has, also while it waits", async () => {
    const controller = new AbortController();
    const onProgress = ({ cases }: { cases: number }) => {
      if (cases === 3) setTimeout(() => controller.abort(), 20);
    };
    // One request in a minute: without the signal the wait would outlast the test.
    const { report } = await testThings({ signal: controller.signal, rate: 1, onProgress });
    expect(report).toMatchObject({ passed: false, stopped: "the run was interrupted" });
  });
});

describe("concurrency", () => {
  const documentOf = (): OpenApiDocument =>
    documentWith({
      "/items": {
        get: {
          operationId: "listItems",
          parameters: ["limit", "offset", "page"].map((name) => ({
            name,
            in: "query",
            schema: { type: "integer", minimum: 1, maximum: 9 },
          })),
          responses: { 200: { description: "Items." }, 400: { description: "Wrong." } },
        },
      },
    });

  test("sends as many test cases at the same time, and no more", async () => {
    const { createServer } = await import("node:http");
    let open = 0;
    let most = 0;
    const server = createServer((request, response) => {
      most = Math.max(most, ++open);
      request.resume();
      setTimeout(() => {
        open--;
        const query = new URL(request.url ?? "", "http://x").searchParams;
        const isFine = [...query.values()].every((value) => /^[1-9]$/.test(value));
        response.writeHead(isFine ? 200 : 400).end();
      }, 10);
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    await runContract({ url, document: documentOf(), only: ["parameters"], concurrency: 4 });
    expect(most).toBe(4);
    most = 0;
    await runContract({ url, document: documentOf(), only: ["parameters"] });
    expect(most).toBe(1);
  });

  test.each(["orders", "boards"] as const)("finds the same in the %s with 1 and 8", async (kind) => {
    const fault = faults.filter(({ provider }) => provider === kind)[7];
    const found = [];
    for (const concurrency of [1, 8]) {
      const { url, document, token, close } = await startProvider(kind, fault && { fault });
      const report = await runContract({
        url,
        document: document as unknown as OpenApiDocument,
        token: { value: token, variable: "KEY" },
        concurrency,
      }).finally(close);
      const cases = report.cases.map(({ id, result }) => `${id} ${result}`).sort();
      found.push({ violations: report.violations.map(({ id }) => id).sort(), cases });
    }
    expect(found[0]?.violations).not.toEqual([]);
    expect(found[1]).toEqual(found[0]);
  });
});

describe("a server that answers everything with 401", () => {
  const operation = (operationId: string) => ({
    operationId,
    responses: { 200: { description: "Fine." }, 401: { description: "No key." } },
  });
  const documentOf = (count: number) => ({
    ...documentWith(
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`/o${index}`, { get: operation(`get${index}`) }]),
      ),
      { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
    ),
    security: [{ key: [] }],
  });
  const refused = { status: 401, headers: { "WWW-Authenticate": "Bearer" } };

  test("ends the run after five operations, with one violation and the flag to give", async () => {
    let requests = 0;
    const { report } = await verdictOn(() => {
      requests++;
      return refused;
    }, documentOf(40));
    expect(report.stopped).toBe("every response of 5 operations is 401: give a key that the server accepts (`token`)");
    expect(report.violations.map(({ check }) => check)).toEqual(["no-success"]);
    expect(report.operations).toEqual({ total: 40, tested: 5 });
    expect(requests).toBeLessThan(200);
  });

  test("but where one operation is open, all are tested", async () => {
    const { report } = await verdictOn(({ path }) => (path === "/o3" ? { status: 200 } : refused), documentOf(12));
    expect(report.stopped).toBeUndefined();
    expect(report.operations).toEqual({ total: 12, tested: 12 });
  });
});
