import { readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readLayout } from "../../../scripts/spec/layout.ts";
import { lintSpec } from "../../../scripts/spec/lint.ts";
import { type LintProblem, SpecProblemsError } from "../../../scripts/spec/lint-problem.ts";
import { loadSpec } from "../../../scripts/spec/load.ts";
import { packageRoot } from "../../../src/internal/package-root.ts";
import { addOperations } from "../../helpers/add-operations.ts";
import { scratchSpec } from "../../helpers/scratch.ts";

async function problemsOf(work: Promise<unknown>): Promise<readonly LintProblem[]> {
  const error = await work.then(() => undefined).catch((reason: unknown) => reason);
  if (!(error instanceof SpecProblemsError)) throw error ?? new Error("Lint passed.");
  return error.problems;
}

function linesOf(problems: readonly LintProblem[], name: string): string[] {
  return problems
    .filter(({ file }) => file.endsWith(`/${name}.yaml`))
    .map(({ line, message, rule }) => `${line} ${message} (${rule})`);
}

/** What the client cannot do: the file below test/fixtures/operations/refused, its line, and the start of the reason. */
const refused: [name: string, line: number, reason: string][] = [
  ["get_body", 6, "fetch refuses GET with a body: use query parameters, or POST."],
  ["head_body", 7, "A response to HEAD has no body: describe its headers, and leave `content` out."],
  ["method_name", 2, "`then` cannot be the client's method, because every object or promise has one: choose"],
  [
    "only_default",
    6,
    "No response is a 2xx, so that no call could succeed (`default` covers failures alone): add one.",
  ],
  ["own_servers", 6, "The client sends every call to its `baseUrl`: state `servers` in openapi.yaml alone, and"],
  ["trace", 1, "fetch refuses TRACE: leave the operation out."],
  ["cookie", 7, "The client sends no cookies: use a header or query parameter."],
  ["pipe", 7, "The client does not write `pipeDelimited`: leave `style` out, which is `form`."],
  ["explode", 7, "The client does not write `explode: false` here: leave it out."],
  ["form_object", 7, "The client writes an object into the query in one way: add `style: deepObject`."],
  ["header_object", 7, "The client writes no object here: use a parameter for each property."],
  ["json_parameter", 7, "The client writes no application/json into a parameter: use `schema`, or the request body."],
  ["merge_patch", 8, "The client sends application/json alone, not application/merge-patch+json: describe that one."],
  ["text_response", 10, "The client reads JSON alone, not text/plain: use application/json or a type in +json,"],
  ["no_security", 6, "The client sends its apiKey with every call: write `security: [{}]`, which says that"],
  ["Result", 1, "The package exports its own Result: rename the component. Taken are "],
];

describe("lint refuses what the client cannot do, with the place, the reason and what to write instead", () => {
  let problems: readonly LintProblem[];

  test("as many rows as files", async () => {
    const folder = await scratchSpec();
    await addOperations(folder, "operations/refused");
    problems = await problemsOf(readLayout(folder).then(lintSpec));
    const files = await readdir(join(packageRoot, "test/fixtures/operations/refused/paths"));
    const names = new Set(problems.map(({ file }) => file));
    expect(names.size).toBe(files.length);
    expect(refused).toHaveLength(files.length);
  });

  test.each(refused)("%s", (name, line, reason) => {
    expect(linesOf(problems, name)).toContainEqual(expect.stringContaining(`${line} ${reason}`));
  });
});

describe("nothing is fetched: what names another host is refused before anything reads it", () => {
  let requests = 0;
  const server = createServer((_, response) => {
    requests++;
    response.end("{}");
  });
  let problems: readonly LintProblem[];
  let url: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  test("lint and bundle make no request", async () => {
    const folder = await scratchSpec();
    await addOperations(folder, "operations/unread");
    const files = [
      ...(await readdir(join(folder, "paths"))).map((name) => join(folder, "paths", name)),
      join(folder, "workflows/create-persona.arazzo.yaml"),
    ];
    for (const file of files) {
      const text = await readFile(file, "utf8");
      await writeFile(file, text.replaceAll("URL", url).replace("url: ../openapi.yaml", `url: ${url}/openapi.yaml`));
    }
    problems = await problemsOf(loadSpec(folder));
    expect(requests).toBe(0);
    expect(new Set(problems.map(({ file }) => file)).size).toBe(5);
  });

  test.each([
    ["external_value", 14, "externalValue is never read, because nothing is fetched: write `value`, with a $ref to a"],
    ["mapping", 16, "The mapping to URL/Far.yaml is on another host: keep a copy in this folder and refer to that."],
    ["remote_ref", 11, "URL/Far.yaml is on another host: keep a copy in this folder and refer to that."],
    ["create-persona.arazzo", 12, "The source URL/openapi.yaml is on another host: keep a copy in this folder"],
    ["proto", 13, "A property called `__proto__` is lost wherever JavaScript copies an object, in the mock and in"],
  ])("%s", (name, line, reason) => {
    expect(linesOf(problems, name)).toEqual([expect.stringContaining(`${line} ${reason.replace("URL", url)}`)]);
  });
});

test("a long integer without a bound is a warning, which fails nothing", async () => {
  const folder = await scratchSpec();
  const file = join(folder, "components/schemas/ApiErrorBody.yaml");
  const code = "properties:\n  code: {type: integer, format: int64, description: Code., examples: [1]}\n";
  await writeFile(file, (await readFile(file, "utf8")) + code);
  expect(await readLayout(folder).then(lintSpec)).toMatchObject([
    { file, rule: "own/int64-bound", message: expect.stringContaining("JavaScript rounds integers beyond 2^53") },
  ]);
});
