import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../../src/command/package-root.ts";
import { planCases } from "../../../src/contract/run/plan.ts";
import { prepareRun } from "../../../src/contract/run/prepare.ts";
import { runContract } from "../../../src/contract/run/run-contract.ts";
import type { Shard } from "../../../src/contract/run/shard.ts";
import { requestBytes } from "../../../src/contract/wire/request.ts";
import type { OpenApiDocument } from "../../../src/spec/document.ts";
import { peerPath } from "../../peers.ts";
import { growDocument } from "../grow.ts";
import { timeProcess } from "../process.ts";
import type { Section } from "../section.ts";
import { inTurn, median, quantile } from "../statistics.ts";
import { bareLoop } from "./bare-loop.ts";

/** Operations, the part of the cases that is run, and the rounds: larger APIs are measured on a shard. */
const runs = [
  { operations: 1, shard: { index: 1, total: 1 }, rounds: 20 },
  { operations: 10, shard: { index: 1, total: 1 }, rounds: 3 },
  { operations: 100, shard: { index: 1, total: 10 }, rounds: 1 },
  { operations: 1000, shard: { index: 1, total: 100 }, rounds: 1 },
];

/** A size, measured. */
interface Growth {
  operations: number;
  requests: number;
  perSecond: number[];
  /** The suite's throughput as a part of the loop's in the same round. */
  ofLoop: number[];
  firstHeapMegabytes: number;
  heapMegabytes: number;
}

/** The contract suite as the API grows, beside a bare loop of the same requests, and beside other contract tools. */
export async function measureSuite(): Promise<Section> {
  const grown: Growth[] = [];
  for (const run of runs) grown.push(await measureSize(run));
  const others = await measureOthers();
  const [first] = grown;
  const last = grown.at(-1);
  return {
    title: "The contract suite",
    columns: ["operations", "requests", "requests a second", "part of a bare loop", "heap after"],
    rows: [
      ...grown.map(({ operations, requests, perSecond, ofLoop, heapMegabytes }) => [
        String(operations),
        String(requests),
        median(perSecond, 0),
        median(ofLoop),
        `${heapMegabytes.toFixed(0)} MB`,
      ]),
      ...others.map(({ name, requests, times }) => [
        `1, ${name}`,
        String(requests),
        `whole process: ${median(
          times.map((ms) => ms / 1000),
          2,
          " s",
        )}`,
        "",
        "",
      ]),
    ],
    aims: [
      {
        what: "part of what a bare loop reaches, 1 operation",
        figure: quantile(first?.ofLoop ?? [], 0.5),
        bound: { atLeast: 0.7 },
      },
      {
        what: "heap after 20 runs beside that after the first, 1 operation",
        figure: (first?.heapMegabytes ?? Number.NaN) / (first?.firstHeapMegabytes ?? Number.NaN),
        bound: { atMost: 1.1 },
      },
      {
        what: "heap of 1000 operations beside that of 100",
        figure: (last?.heapMegabytes ?? Number.NaN) / (grown.at(-2)?.heapMegabytes ?? Number.NaN),
        bound: { atMost: 1.5 },
      },
    ],
    notes: [
      "100 operations are measured on a tenth of the cases, 1000 on a hundredth. What the suite does once, such as compiling schemas, counts. Respect and Dredd send the documented request alone.",
    ],
    figures: { grown, others },
  };
}

async function measureSize({ operations, shard, rounds }: (typeof runs)[number]): Promise<Growth> {
  const folder = await mkdtemp(join(tmpdir(), "bench-suite-"));
  const spec = join(folder, "openapi.json");
  const document = await growDocument(operations);
  await writeFile(spec, JSON.stringify(document));
  const { url, stop } = await startMockProcess(spec);
  try {
    const { bytes, heads } = plan(document, url, shard);
    const contenders = [
      () => runContract({ url, document, shard }),
      () => bareLoop(Number(new URL(url).port), bytes, heads),
    ];
    if (rounds > 1) for (const contender of contenders) await contender();
    const firstHeapMegabytes = heap();
    const [own = [], bare = []] = await inTurn(rounds, contenders, async (contender) => {
      const startedAt = performance.now();
      await contender();
      return performance.now() - startedAt;
    });
    return {
      operations,
      requests: bytes.length,
      perSecond: own.map((ms) => bytes.length / (ms / 1000)),
      ofLoop: own.map((ms, round) => (bare[round] ?? Number.NaN) / ms),
      firstHeapMegabytes,
      heapMegabytes: heap(),
    };
  } finally {
    stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is held after a collection, in megabytes. */
function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

/** The bytes of every request that the suite would send. */
function plan(document: OpenApiDocument, url: string, shard: Shard) {
  const sender = { host: new URL(url).host, userAgent: "bench" };
  const requests = [...planCases(prepareRun({ document, shard }).plan)].flatMap((planned) =>
    "case" in planned ? planned.case.requests : [],
  );
  return {
    bytes: requests.map((request) => requestBytes(request, sender)),
    heads: requests.map(({ method }) => method === "HEAD"),
  };
}

async function startMockProcess(spec: string): Promise<{ url: string; stop: () => void }> {
  const mock = fork(join(packageRoot, "scripts/bench/processes/mock-process.ts"), [spec], {
    execArgv: process.execArgv,
  });
  const [url] = (await once(mock, "message")) as [string];
  return { url, stop: () => mock.disconnect() };
}

/** Other contract tools on the same description and mock: whole processes. */
async function measureOthers() {
  const bundle = join(packageRoot, "generated/openapi.json");
  const { url, stop } = await startMockProcess(bundle);
  const redocly = join(packageRoot, "node_modules/@redocly/cli/bin/cli.js");
  const workflow = join(packageRoot, "openapi/workflows/create-persona.arazzo.yaml");
  const tools = [
    {
      name: "Respect",
      requests: 1,
      args: [redocly, "respect", workflow, "--input", "api_key=KEY", "--server", `persona=${url}`],
    },
    { name: "Dredd", requests: 1, args: [peerPath("bench", "dredd/bin/dredd"), bundle, url, "--loglevel=error"] },
  ];
  try {
    const times = await inTurn(5, tools, ({ args }) =>
      timeProcess(args, {
        cwd: packageRoot,
        env: { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
      }),
    );
    return tools.map(({ name, requests }, index) => ({ name, requests, times: times[index] ?? [] }));
  } finally {
    stop();
  }
}
