import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runContract } from "../../../src/contract/run-contract.ts";
import { packageRoot } from "../../../src/internal/package-root.ts";
import type { Aim } from "../section.ts";
import { inTurn, median, quantile } from "../statistics.ts";
import { startMockProcess } from "./start-mock-process.ts";

/** Where a server takes its time, test cases at the same time are what a run can gain. */
const delayMs = 20;
const lanes = [1, 8];
const rounds = 3;

/** Measures a run with one test case at a time, and with eight. */
export async function measureLanes(): Promise<{ rows: string[][]; aim: Aim; figures: unknown }> {
  const bundle = join(packageRoot, "generated/openapi.json");
  const document = JSON.parse(await readFile(bundle, "utf8"));
  const { url, stop } = await startMockProcess(bundle, delayMs);
  const requests: number[] = [];
  try {
    const times = await inTurn(rounds, lanes, async (concurrency, index) => {
      const startedAt = performance.now();
      const report = await runContract({ url, document, concurrency });
      requests[index] = report.requests;
      return performance.now() - startedAt;
    });
    const [one = [], eight = []] = times;
    return {
      rows: lanes.map((concurrency, index) => [
        `1, a server that takes ${delayMs} ms, \`--concurrency ${concurrency}\``,
        String(requests[index]),
        median(
          (times[index] ?? []).map((ms) => (requests[index] ?? 0) / (ms / 1_000)),
          0,
        ),
        "",
        "",
      ]),
      aim: {
        what: `a run with \`--concurrency 8\`, relative to 1, on a server that takes ${delayMs} ms`,
        figure: quantile(
          one.map((ms, round) => ms / (eight[round] ?? Number.NaN)),
          0.5,
        ),
        bound: { atLeast: 5 },
      },
      figures: times,
    };
  } finally {
    stop();
  }
}
