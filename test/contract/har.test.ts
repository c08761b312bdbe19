import { describe, expect, test } from "vitest";
import { judgeHar } from "../../src/contract/har/judge-har.ts";
import { bySeverity } from "../../src/contract/report/report.ts";
import { documentedAnswer, documentedRequest } from "../openapi/documented-example.ts";
import { readPersonaDocument } from "../openapi/persona-document.ts";

const document = await readPersonaDocument();
const json = [{ name: "Content-Type", value: "application/json" }];

interface Recorded {
  method?: string;
  url?: string;
  request?: unknown;
  requestHeaders?: { name: string; value: string }[];
  status?: number;
  response?: unknown;
  responseHeaders?: { name: string; value: string }[];
}

function recording(...calls: Recorded[]) {
  const entries = calls.map((call) => ({
    request: {
      method: call.method ?? "POST",
      url: call.url ?? "https://gateway.example.com/suno/persona/create/",
      headers: call.requestHeaders ?? json,
      postData: { mimeType: "application/json", text: JSON.stringify(call.request ?? documentedRequest) },
    },
    response: {
      status: call.status ?? 200,
      headers: call.responseHeaders ?? json,
      content: { text: JSON.stringify(call.response ?? documentedAnswer) },
    },
    time: 12,
  }));
  return { log: { version: "1.2", entries } };
}

async function errorsOf(...calls: Recorded[]): Promise<string[]> {
  return bySeverity(await judgeHar(recording(...calls), { document })).errors.map(({ expected }) => expected);
}

test("traffic as documented passes", async () => {
  const report = await judgeHar(recording({}, { status: 404, response: {} }), { document });
  expect(report).toMatchObject({ passed: true, requests: 2, violations: [] });
});

describe("traffic that is not as documented fails", () => {
  test("a request without a required property, though it succeeded", async () => {
    const { name: _, ...request } = documentedRequest;
    expect(await errorsOf({ request })).toEqual(["a body whose name is required"]);
  });

  test("a request of another media type", async () => {
    const requestHeaders = [{ name: "Content-Type", value: "text/plain" }];
    expect(await errorsOf({ requestHeaders })).toEqual(["Content-Type application/json"]);
  });

  test("a response of another type", async () => {
    expect(await errorsOf({ response: { ...documentedAnswer, id: 5 } })).toEqual(["a 200 whose id must be string"]);
  });

  test("a response with an undocumented status", async () => {
    expect(await errorsOf({ status: 202 })).toEqual(["a documented status: 200, 4XX, 5XX"]);
  });

  test("a response with another media type", async () => {
    const responseHeaders = [{ name: "Content-Type", value: "text/html" }];
    expect(await errorsOf({ responseHeaders })).toContain("Content-Type application/json");
  });
});

test("calls of other paths are counted, not checked", async () => {
  const report = await judgeHar(recording({}, { url: "https://gateway.example.com/other", method: "GET" }), {
    document,
  });
  expect(report.skipped).toEqual([
    { what: "traffic of other servers and paths", why: "not in the document", cases: 1 },
  ]);
});

test("a base URL with a path is taken into account, and other origins are passed over", async () => {
  const calls = [
    { url: "https://a.example.com/v2/suno/persona/create/" },
    { url: "https://b.example.com/suno/persona/create/" },
  ];
  const report = await judgeHar(recording(...calls), { document, url: "https://a.example.com/v2" });
  expect(report.requests).toBe(1);
});

test("the id of a case selects one entry", async () => {
  const caseId = "createPersona/recorded/1";
  const report = await judgeHar(recording({}, { status: 202 }), { document, caseId });
  expect(report.requests).toBe(1);
  expect(bySeverity(report).errors.flatMap(({ cases }) => cases.map(({ id }) => id))).toContain(caseId);
});

test("the key of a recording is not in the report", async () => {
  const requestHeaders = [...json, { name: "Authorization", value: "Bearer SECRET-KEY-1" }];
  const report = await judgeHar(recording({ requestHeaders, response: { leak: "SECRET-KEY-1" } }), {
    document,
    token: { value: "SECRET-KEY-1", variable: "API_KEY" },
  });
  expect(bySeverity(report).errors.map(({ check }) => check)).toContain("secrets");
  expect(JSON.stringify(report).includes("SECRET-KEY-1")).toBe(false);
});

test.each([
  ["no HAR", { entries: [] }, /not a HAR 1\.2/],
  ["an entry that cannot be read", { log: { entries: [{}] } }, /^Entry 1 of the recording cannot be read: /],
  ["nothing of the document", recording({ url: "https://a.example.com/other" }), /^No entry of the recording matches/],
])("%s: exit code 2 and one line", async (_, data, message) => {
  await expect(judgeHar(data, { document })).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringMatching(message),
  });
});

test("a path's key with a query is found by it", async () => {
  const responses = { 200: { description: "Fine." } };
  const acts = {
    start: { post: { operationId: "start", responses } },
    stop: { post: { operationId: "stop", responses } },
  };
  const paths = { "/act?do=start": acts.start, "/act?do=stop": acts.stop };
  const url = "https://gateway.example.com/act?x=1&do=stop";
  const report = await judgeHar(recording({ url }, { url: "https://gateway.example.com/act" }), {
    document: { openapi: "3.1.0", info: { title: "Acts", version: "1" }, paths },
  });
  expect(report.requests).toBe(1);
  expect(report.unseen).toEqual([]);
  const { violations } = await judgeHar(recording({ url, status: 202 }), {
    document: { openapi: "3.1.0", info: { title: "Acts", version: "1" }, paths },
  });
  expect(violations.map(({ operation }) => operation)).toEqual(["stop"]);
});
