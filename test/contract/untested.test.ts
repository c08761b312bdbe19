import { describe, expect, test } from "vitest";
import { type Report, renderPretty, runContract } from "../../src/contract/index.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { http, rawServer } from "../helpers/raw-server.ts";

const responses = { 200: { description: "Fine." } };
const xml = { required: true, content: { "application/xml": {} } };

/** A document with operations that can be tested, and others that only take XML. */
function documentOf(tested: number, untested: number, more: object = {}): OpenApiDocument {
  const get = (index: number) => [`/get${index}`, { get: { operationId: `get${index}`, responses } }];
  const send = (index: number) => [
    `/xml${index}`,
    { post: { operationId: `xml${index}`, responses, requestBody: xml } },
  ];
  const count = (length: number) => Array.from({ length }, (_, index) => index);
  const paths = Object.fromEntries([...count(tested).map(get), ...count(untested).map(send)]);
  return { openapi: "3.1.0", info: { title: "Things", version: "1" }, paths, ...more };
}

/** The report on a server that answers everything with that status. */
async function judge(document: OpenApiDocument, options: object = {}, status = 200, path = ""): Promise<Report> {
  const { url } = await rawServer(http(status));
  return runContract({ url: url + path, document, only: ["examples"], ...options });
}

describe("operations that were not tested", () => {
  test("are counted in the first line, listed with their reasons, and do not fail the run", async () => {
    const report = await judge(documentOf(2, 3));
    const line =
      "No violations in 2 of 5 operations; 3 were not tested: Things 1, 2 cases. The run was limited to the family examples.";
    expect(report).toMatchObject({ passed: true, summary: line, operations: { total: 5, tested: 2 } });
    const text = renderPretty(report);
    expect(text.split("\n")[0]).toBe(line);
    expect(text).toMatch(/^Not tested:\n {2}xml0: its body is application\/xml/m);
    expect(text).toContain("\n  xml2: ");
  });

  test("fail it with --strict, which the first line says", async () => {
    const report = await judge(documentOf(1, 1), { strict: true });
    expect(report.passed).toBe(false);
    expect(report.summary).toMatch(
      /^No violations in 1 of 2 operations; 1 was not tested, which fails with `strict`: /,
    );
    expect((await judge(documentOf(1, 0), { strict: true })).passed).toBe(true);
  });

  test("are counted beside violations, too", async () => {
    const report = await judge(documentOf(1, 2), {}, 418);
    expect(report.passed).toBe(false);
    expect(report.summary).toMatch(
      /^The server does not keep .*: \d errors?, \d cases?; 2 of 3 operations were not tested\. The run was limited /,
    );
  });

  test("end the run with exit code 2 where there is no other", async () => {
    await expect(judge(documentOf(0, 3))).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/^Nothing was tested\. xml0: its body is application\/xml, .*, and 2 more\.$/),
    });
  });

  test("are not those that --only and --case leave out", async () => {
    const document = documentOf(2, 1);
    const part = await judge(document, { caseId: "get1/examples/valid", strict: true });
    expect(part).toMatchObject({ passed: true, operations: { total: 1, tested: 1 } });
    const body = {
      content: {
        "application/json": { schema: { type: "object", required: ["a"], properties: { a: { type: "string" } } } },
      },
    };
    const post = { operationId: "make", responses, requestBody: body };
    const withBody = { ...document, paths: { "/get0": document.paths?.["/get0"] ?? {}, "/things": { post } } };
    const only = await judge(withBody, { only: ["required"] }, 400);
    expect(only.operations).toEqual({ total: 1, tested: 1 });
  });
});

describe("a server that answers everything with 404", () => {
  const servers = [{ url: "https://api.example.com/{version}/", variables: { version: { default: "v1" } } }];

  test("is told of the path that the document's servers have", async () => {
    const report = await judge(documentOf(1, 0, { servers }), {}, 404);
    expect(report.hints).toEqual([
      `Every response is 404, and the document's servers have the path /v1: try \`url\` ${report.url}/v1.`,
    ]);
    expect(renderPretty(report)).toContain(`\n\n${report.hints[0]}\n\n`);
  });

  test.each<[string, OpenApiDocument, number, string]>([
    ["the path is there", documentOf(1, 0, { servers }), 404, "/v1"],
    ["it is there behind another one", documentOf(1, 0, { servers }), 404, "/gateway/v1"],
    ["the servers have none", documentOf(1, 0, { servers: [{ url: "https://example.com/" }, { url: "/" }] }), 404, ""],
    ["the document has no servers", documentOf(1, 0), 404, ""],
    ["the status is another one", documentOf(1, 0, { servers }), 403, ""],
  ])("but not where %s", async (_, document, status, path) => {
    expect((await judge(document, {}, status, path)).hints).toEqual([]);
  });
});
