import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { casesOf, familyOf } from "../contract/cases/plan.ts";
import { keysOf } from "../contract/model/keys.ts";
import { faults, startProvider } from "../contract/reference-provider/start.ts";
import { compile, consumerProject, runVitest } from "../helpers/consumer-project.ts";
import { http, rawServer } from "../helpers/raw-server.ts";
import { readPersonaDocument } from "../openapi/persona-document.ts";

const dependencies = ["vitest", "ajv", "ajv-formats", "fast-check", "@types"];

/** A team's own project, with a contract test of ten lines. */
async function teamProject(url: string): Promise<string> {
  const project = await consumerProject(dependencies);
  await writeFile(join(project, "openapi.json"), JSON.stringify(await readPersonaDocument()));
  await writeFile(
    join(project, "contract.test.ts"),
    `import { describeContract } from "suno-persona/contract";
     import document from "./openapi.json" with { type: "json" };
     describeContract({ url: ${JSON.stringify(url)}, document, token: { value: process.env.API_KEY ?? "", variable: "API_KEY" } });`,
  );
  return project;
}

function judge(project: string, token: string, ...args: string[]) {
  return runVitest(project, args, { API_KEY: token });
}

test("a team's vitest has a test for every case, and a filter takes some of them", async () => {
  const provider = await startProvider("persona");
  onTestFinished(() => provider.close());
  const project = await teamProject(provider.url);
  const whole = await judge(project, provider.token);
  expect(whole).toMatchObject({ exitCode: 0, numFailedTests: 0, messages: [] });
  const options = { keys: keysOf(provider.token) };
  const document = await readPersonaDocument();
  // Besides, a test that says whether anything was sent.
  expect(whole.numPassedTests).toBe(casesOf(document, options).length + 1);
  const some = await judge(project, provider.token, "-t", "required: ");
  expect(some.numPassedTests).toBe(familyOf(document, "required", options).length);
});

test("vitest's --shard runs one of several files, each with its part of the cases", async () => {
  const provider = await startProvider("persona");
  onTestFinished(() => provider.close());
  const project = await teamProject(provider.url);
  const whole = await readFile(join(project, "contract.test.ts"), "utf8");
  const { titles } = await judge(project, provider.token);
  await rm(join(project, "contract.test.ts"));
  const parts = [1, 2, 3];
  for (const index of parts) {
    const part = whole.replace(" });", `, shard: { index: ${index}, total: ${parts.length} } });`);
    await writeFile(join(project, `contract.${index}.test.ts`), part);
  }
  const ran: string[] = [];
  for (const index of parts) {
    const run = await judge(project, provider.token, `--shard=${index}/${parts.length}`);
    expect(run).toMatchObject({ exitCode: 0, messages: [] });
    ran.push(...run.titles);
  }
  const own = (list: string[]) => list.filter((title) => !/ recovery: | test cases were sent$/.test(title)).sort();
  expect(own(ran)).toEqual(own(titles));
});

test("a violation fails the test of its case, in words, with a curl line and without the key", async () => {
  const fault = faults.find(({ id }) => id.startsWith("persona/request-types/"));
  const provider = await startProvider("persona", fault ? { fault } : {});
  onTestFinished(() => provider.close());
  const project = await teamProject(provider.url);
  const { exitCode, numFailedTests, messages } = await judge(project, provider.token, "-t", "type: ");
  expect(exitCode).toBe(1);
  expect(numFailedTests).toBe(messages.length);
  expect(messages[0]).toContain("expected   a refusal");
  expect(messages[0]).toMatch(/spec {7}openapi\.json#\/components\/schemas\//);
  expect(messages[0]).toContain(`reproduce  curl -sS -i -X POST '${provider.url}/suno/persona/create/'`);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell expands it
  expect(messages[0]).toContain('"${API_KEY}"');
  expect(messages.join("\n").includes(provider.token)).toBe(false);
});

/** What is run, and how: the operations, the options, and the status of each response. */
interface Setting {
  operations: ("get" | "make" | "xml")[];
  options?: object;
  status?: number;
}

test.each<[string, Setting, number, RegExp]>([
  ["nothing can be tested", { operations: ["xml"] }, 1, /Nothing was tested: 0 of 1 operation; 1 was not tested/],
  ["a part can be tested", { operations: ["get", "xml"] }, 0, /^$/],
  [
    "a part can be tested, under strict",
    { operations: ["get", "xml"], options: { strict: true } },
    1,
    /xml was not tested/,
  ],
  [
    "every response is 404",
    { operations: ["get"], status: 404 },
    1,
    /the document's servers have the path \/v1: try `url`/,
  ],
  [
    "nothing may be sent",
    { operations: ["make"], options: { url: "http://192.0.2.1" } },
    1,
    /^AssertionError: Nothing was tested: .*allow/,
  ],
])("where %s, vitest says so", async (_, { operations, options, status = 200 }, exitCode, message) => {
  const { url } = await rawServer(http(status));
  const project = await consumerProject(dependencies);
  const itemOf = (id: string) => ({
    [id === "get" ? "get" : "post"]: {
      operationId: id,
      responses: { 200: { description: "" } },
      ...(id === "xml" && { requestBody: { required: true, content: { "application/xml": {} } } }),
    },
  });
  const document = {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    servers: [{ url: "https://example.com/v1" }],
    paths: Object.fromEntries(operations.map((id) => [`/${id}`, itemOf(id)])),
  };
  await writeFile(
    join(project, "contract.test.ts"),
    `import { describeContract } from "suno-persona/contract";
     describeContract(${JSON.stringify({ url, document, only: ["examples"], ...options })});`,
  );
  const run = await runVitest(project);
  expect({ exitCode: run.exitCode, text: run.messages.join("\n") }).toEqual({
    exitCode,
    text: expect.stringMatching(message),
  });
  const isPartial = operations.length > 1;
  expect(run.titles.some((title) => title.includes("1 of 2 operations; 1 was not tested"))).toBe(isPartial);
});

test("its types compile under strict, the document from the package among them", async () => {
  const project = await consumerProject(dependencies);
  await writeFile(
    join(project, "consumer.ts"),
    `import { describeContract, type Report, renderPretty, runContract } from "suno-persona/contract";
     import document from "suno-persona/openapi.json" with { type: "json" };
     describeContract({ url: () => "http://127.0.0.1:4010", document, seed: 2 });
     export const judge = async (): Promise<string> => {
       const report: Report = await runContract({ url: "http://127.0.0.1:4010", document, timeoutMs: 1_000 });
       return report.passed ? "" : renderPretty(report);
     };
     // @ts-expect-error a misspelt option
     describeContract({ url: "http://127.0.0.1:4010", document, tokn: "KEY" });`,
  );
  const { exitCode, stdout } = await compile(project, { resolveJsonModule: true, skipLibCheck: true });
  expect(stdout).toBe("");
  expect(exitCode).toBe(0);
});
