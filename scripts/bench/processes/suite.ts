import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requestBytes } from "../../../src/contract/http/request.ts";
import { planCases } from "../../../src/contract/run/plan.ts";
import { prepareRun } from "../../../src/contract/run/prepare.ts";
import type { Shard } from "../../../src/contract/run/shard.ts";
import { runContract } from "../../../src/contract/run-contract.ts";
import { packageRoot } from "../../../src/internal/package-root.ts";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";
import { peerPath } from "../../cli/peers.ts";
import { growDocument } from "../grow.ts";
import { timeProcess } from "../process.ts";
import type { Section } from "../section.ts";
import { inTurn, median, quantile } from "../statistics.ts";
import { bareLoop } from "./bare-loop.ts";
import { measureLanes } from "./lanes.ts";
import { startMockProcess } from "./start-mock-process.ts";

/** Operations, the part of the test cases to run, and the rounds. For 1000 the mock alone takes minutes. */
const runs = [
  { operations: 1, shard: { index: 1, total: 1 }, rounds: 20 },
  { operations: 10, shard: { index: 1, total: 1 }, rounds: 9 },
  { operations: 100, shard: { index: 1, total: 1 }, rounds: 2 },
  { operations: 1000, shard: { index: 1, total: 40 }, rounds: 1 },
];

/** Figures of one size. */
interface Growth {
  operations: number;
  parts: number;
  requests: number;
  perSecond: number[];
  /** The suite's throughput relative to the loop's in the same round. */
  ofLoop: number[];
  /** Memory in use after each quarter of the test cases but the last, in megabytes. */
  held: number[];
}

/** Measures the contract suite as the API grows, compared with a bare loop of the same requests and with other tools. */
export async function measureSuite(): Promise<Section> {
  const grown: Growth[] = [];
  for (const run of runs) grown.push(await measureSize(run));
  const lanes = await measureLanes();
  const others = await measureOthers();
  return {
    title: "The contract suite",
    columns: ["operations", "requests", "requests per second", "relative to a bare loop", "memory by quarter"],
    rows: [
      ...grown.map(({ operations, parts, requests, perSecond, ofLoop, held }) => [
        parts > 1 ? `${operations}, a part of ${parts}` : String(operations),
        String(requests),
        median(perSecond, 0),
        median(ofLoop),
        `${held.map((megabytes) => megabytes.toFixed(0)).join(", ")} MB`,
      ]),
      ...lanes.rows,
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
      lanes.aim,
      ...grown.map(({ operations, ofLoop }) => ({
        what: `throughput relative to a bare loop, ${operations} operation${operations === 1 ? "" : "s"}`,
        figure: quantile(ofLoop, 0.5),
        bound: { atLeast: 0.7 },
      })),
      ...grown.slice(2).map(({ operations, held: [, half = Number.NaN, late = Number.NaN] }) => ({
        what: `memory gained from the half to the last quarter, ${operations} operations, MB`,
        figure: late - half,
        bound: { atMost: 20 },
      })),
    ],
    notes: [
      pace(grown.at(-1)),
      "1000 operations are measured on a fortieth of the test cases. One-time work of the suite, such as compiling schemas, counts. The mock limits the pace: it searches paths in a list. Respect and Dredd send only the documented request.",
    ],
    figures: { grown, lanes: lanes.figures, others },
  };
}

/** Estimates how long the largest size takes, from the measured part. */
function pace(growth: Growth | undefined): string {
  const { operations = 0, parts = 0, requests = 0, perSecond = [] } = growth ?? {};
  const minutes = (machines: number) =>
    ((requests * parts) / machines / quantile(perSecond, 0.5) / 60).toFixed(machines > 1 ? 1 : 0);
  return `At this pace ${operations} operations, some ${Math.round((requests * parts) / 1000)} thousand requests, take ${minutes(1)} minutes on one machine and ${minutes(8)} on each of eight.`;
}

async function measureSize({ operations, shard, rounds }: (typeof runs)[number]): Promise<Growth> {
  const folder = await mkdtemp(join(tmpdir(), "bench-suite-"));
  const spec = join(folder, "openapi.json");
  const document = await growDocument(operations);
  await writeFile(spec, JSON.stringify(document));
  const { url, stop } = await startMockProcess(spec);
  try {
    const { bytes, heads, cases } = plan(document, url, shard);
    const contenders = [
      () => runContract({ url, document, shard }),
      () => bareLoop(Number(new URL(url).port), bytes, heads),
    ];
    if (rounds > 1) for (const contender of contenders) await contender();
    const [own = [], bare = []] = await inTurn(rounds, contenders, async (contender) => {
      const startedAt = performance.now();
      await contender();
      return performance.now() - startedAt;
    });
    return {
      operations,
      parts: shard.total,
      requests: bytes.length,
      perSecond: own.map((ms) => bytes.length / (ms / 1000)),
      ofLoop: own.map((ms, round) => (bare[round] ?? Number.NaN) / ms),
      held: await measureHeld({ url, document, shard }, cases),
    };
  } finally {
    stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Measures memory in use after each quarter of a run, in megabytes: in a separate run, because collecting garbage takes time. */
async function measureHeld(run: { url: string; document: OpenApiDocument; shard: Shard }, count: number) {
  const held: number[] = [];
  const onProgress = ({ cases }: { cases: number }) => {
    if (cases < (count * (held.length + 1)) / 4) return;
    globalThis.gc?.();
    held.push(process.memoryUsage().heapUsed / 2 ** 20);
  };
  await runContract({ ...run, onProgress });
  return held;
}

/** Derives the test cases of a run, and the bytes of their requests. */
function plan(document: OpenApiDocument, url: string, shard: Shard) {
  const sender = { host: new URL(url).host, userAgent: "bench" };
  const planned = [...planCases(prepareRun({ document, shard }).plan)].flatMap((entry) =>
    "case" in entry ? entry.case : [],
  );
  const requests = planned.flatMap((testCase) => testCase.requests);
  return {
    cases: planned.length,
    bytes: requests.map((request) => requestBytes(request, sender)),
    heads: requests.map(({ method }) => method === "HEAD"),
  };
}

/** Measures other contract tools on the same spec and mock, as whole processes. */
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
