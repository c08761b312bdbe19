import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { planCases } from "../../../src/contract/run/plan.ts";
import { prepareRun } from "../../../src/contract/run/prepare.ts";
import type { Shard } from "../../../src/contract/run/shard.ts";
import { startMock } from "../../../src/mock/start-mock.ts";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";
import { withScratchFolder } from "../../cli/scratch-folder.ts";
import { renderDocs } from "../../docs/build.ts";
import { renderFiles } from "../../generate/files.ts";
import { bundleSpec } from "../../spec/bundle.ts";
import { readLayout } from "../../spec/layout.ts";
import { lintSpec } from "../../spec/lint.ts";
import { growDocument } from "../grow.ts";
import type { Section } from "../section.ts";
import { median } from "../statistics.ts";

const operations = 1000;
const rounds = 3;

/** A task on a spec; returns a summary of its result. */
interface Work {
  name: string;
  run(document: OpenApiDocument): Promise<string>;
}

const works: Work[] = [
  { name: "lint, by Redocly", run: withSpecFolder(async (folder) => void (await lintSpec(await readLayout(folder)))) },
  {
    name: "bundle, by Redocly",
    run: withSpecFolder(async (folder) => void (await bundleSpec(await readLayout(folder)))),
  },
  { name: "all of `generated/`", run: async (document) => sizesOf(await renderFiles(document)) },
  { name: "the docs", run: async (document) => sizesOf(await renderDocs(document), "index.html") },
  { name: "the mock, until it listens", run: startAndClose },
  { name: "all test cases derived", run: async (document) => countCases(document, { index: 1, total: 1 }) },
  { name: "an eighth of them", run: async (document) => countCases(document, { index: 1, total: 8 }) },
];

/** Measures each part of the project for 1000 operations. */
export async function measureThousand(): Promise<Section> {
  const document = await growDocument(operations);
  const measured: { name: string; outcome: string; seconds: number[] }[] = [];
  for (const { name, run } of works) {
    const seconds: number[] = [];
    let outcome = "";
    for (let round = 0; round < rounds; round++) {
      const startedAt = performance.now();
      outcome = await run(document);
      seconds.push((performance.now() - startedAt) / 1000);
    }
    measured.push({ name, outcome, seconds });
  }
  return {
    title: `What ${operations} operations cost`,
    columns: ["part", "time", "result"],
    rows: measured.map(({ name, outcome, seconds }) => [name, median(seconds, 2, " s"), outcome]),
    aims: [],
    notes: [
      `${rounds} times each, in one process; Redocly in its own process, after reading the folder for references.`,
    ],
    figures: measured,
  };
}

function withSpecFolder(use: (folder: string) => Promise<void>) {
  return (document: OpenApiDocument) =>
    withScratchFolder(async (scratch) => {
      const folder = join(scratch, "openapi");
      await mkdir(folder);
      await writeFile(join(folder, "openapi.yaml"), JSON.stringify(document));
      await use(folder);
      return "";
    });
}

async function startAndClose(document: OpenApiDocument): Promise<string> {
  const mock = await startMock({ spec: document });
  await mock.close();
  return "";
}

async function countCases(document: OpenApiDocument, shard: Shard): Promise<string> {
  let count = 0;
  for (const _ of planCases(prepareRun({ document, shard }).plan)) count++;
  return `${count} cases`;
}

/** Formats the total size of some files, or the size of one. */
function sizesOf(files: ReadonlyMap<string, string>, name?: string): string {
  const text = name === undefined ? [...files.values()].join("") : (files.get(name) ?? "");
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  return `${name ?? "in all"} ${megabytes(Buffer.byteLength(text))}, gzip ${megabytes(gzipSync(text).length)}`;
}
