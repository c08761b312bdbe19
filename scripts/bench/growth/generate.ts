import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../../src/internal/package-root.ts";
import { loadPeer, peerPath } from "../../cli/peers.ts";
import { renderFiles } from "../../generate/files.ts";
import { renderTypes } from "../../generate/types.ts";
import { growDocument, sizes } from "../grow.ts";
import { timeProcess } from "../process.ts";
import type { Section } from "../section.ts";
import { exponent, inTurn, median, quantile } from "../statistics.ts";

const roundsOf = (size: number) => (size > 10 ? 3 : 9);
/** Characters added to the descriptions of 1000 operations to get a document of ten megabytes. */
const padding = 3500;

/** A generator. */
interface Generator {
  name: string;
  /** Arguments of the process. `input` is the spec, `output` its own folder. */
  args(input: string, output: string): string[];
}

const typescript = ["--import", join(packageRoot, "scripts/typescript.mjs")];
const redocly = join(packageRoot, "node_modules/@redocly/cli/bin/cli.js");

const generators: Generator[] = [
  {
    name: "npm run generate",
    args: (input, output) => [
      ...typescript,
      join(packageRoot, "scripts/bench/growth/generate-process.ts"),
      input,
      output,
    ],
  },
  {
    name: "openapi-typescript",
    args: (input, output) => [
      join(packageRoot, "node_modules/openapi-typescript/bin/cli.js"),
      join(input, "openapi.yaml"),
      `--output=${join(output, "schema.ts")}`,
    ],
  },
  {
    name: "hey-api",
    args: (input, output) => [
      join(peerPath("bench", "@hey-api/openapi-ts"), "../../bin/run.js"),
      `--input=${join(input, "openapi.yaml")}`,
      `--output=${join(output, "sdk")}`,
      "--plugins",
      "@hey-api/client-fetch",
      "@hey-api/sdk",
      "@hey-api/typescript",
    ],
  },
  {
    name: "redocly generate-client",
    args: (input, output) => [
      redocly,
      "generate-client",
      join(input, "openapi.yaml"),
      "--generator=typescript",
      `--output=${join(output, "client.ts")}`,
    ],
  },
];

/** Measures generation as the API grows: as whole processes, and our own part in process. */
export async function measureGenerate(): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), "bench-generate-"));
  try {
    const inputs = [
      ...sizes.map((size) => ({ label: String(size), size, padding: 0 })),
      { label: "1000, 10 MB", size: 1000, padding },
    ];
    const whole: Record<string, number[][]> = {};
    for (const { label, size, padding: added } of inputs) {
      const input = join(folder, label.replaceAll(/\W/g, ""));
      await mkdir(input, { recursive: true });
      await writeFile(join(input, "openapi.yaml"), JSON.stringify(await growDocument(size, { padding: added })));
      whole[label] = await inTurn(roundsOf(size), generators, async ({ name, args }) => {
        const output = join(folder, `${label} by ${name}`);
        await mkdir(output, { recursive: true });
        return timeProcess(args(input, output), {
          // Not next to our redocly.yaml, which the older Redocly in openapi-typescript does not understand.
          cwd: folder,
          env: { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
        });
      });
    }
    const inProcess = await measureInProcess();
    const wholeOf = (label: string, index: number) => quantile(whole[label]?.[index] ?? [], 0.5);
    return {
      title: "Generating",
      columns: ["whole process", ...inputs.map(({ label }) => `${label} operation${label === "1" ? "" : "s"}`)],
      rows: [
        ...generators.map(({ name }, index) => [
          name,
          ...inputs.map(({ label }) =>
            median(
              (whole[label]?.[index] ?? []).map((ms) => ms / 1000),
              2,
              " s",
            ),
          ),
        ]),
        ["*in process:* all of generated/", ...inProcess.all.map((ms) => `${(ms / 1000).toFixed(3)} s`), ""],
        ["*in process:* openapi-typescript's types", ...inProcess.types.map((ms) => `${(ms / 1000).toFixed(3)} s`), ""],
      ],
      aims: [
        {
          what: "whole process relative to openapi-typescript, our size",
          figure: wholeOf("1", 0) / wholeOf("1", 1),
          bound: { atMost: 1.3 },
        },
        { what: "the same, 1000 operations", figure: wholeOf("1000", 0) / wholeOf("1000", 1), bound: { atMost: 1.3 } },
        {
          what: "growth in process from 10 to 1000 operations, exponent",
          figure: exponent(sizes.slice(1).map((size, index) => [size, inProcess.all[index + 1] ?? Number.NaN])),
          bound: { atMost: 1.1 },
        },
      ],
      notes: [
        "`npm run generate` also lints and bundles, and writes validators, fixtures and a client besides the types.",
      ],
      figures: { whole, inProcess },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Medians by size, in milliseconds. */
async function measureInProcess(): Promise<{ all: number[]; types: number[] }> {
  const { Bench } = await loadPeer("bench", "tinybench");
  const all: number[] = [];
  const types: number[] = [];
  for (const size of sizes) {
    const document = await growDocument(size);
    const bench = new Bench({
      iterations: roundsOf(size),
      time: 0,
      warmup: true,
      warmupIterations: 1,
      warmupTime: 0,
    });
    // Async functions: tinybench calls any other once to inspect the result, without awaiting it.
    bench.add("all", async () => void (await renderFiles(document)));
    bench.add("types", async () => void (await renderTypes(document)));
    await bench.run();
    const medianOf = (name: string) => bench.getTask(name)?.result?.latency?.p50 ?? Number.NaN;
    all.push(medianOf("all"));
    types.push(medianOf("types"));
  }
  return { all, types };
}
