import type { Section } from "../section.ts";
import { median, quantile } from "../statistics.ts";
import { type CallCosts, measureCalls } from "./calls.ts";
import { contenders, prepareContenders } from "./contenders.ts";
import { measureImports } from "./import-time.ts";
import { measureSize } from "./size.ts";

const own = "suno-persona";
const extent = { generations: 3, rounds: 12, calls: 960 };
const importRounds = 25;

/** Measures the cost of a call, the client's size and its import, compared with other clients. */
export async function measureClient(): Promise<Section> {
  await prepareContenders();
  const sizes = new Map<string, number>();
  for (const { name, entry } of contenders) if (entry) sizes.set(name, await measureSize(entry));
  const imports = await measureImports(importRounds);
  const sequential = await measureCalls(extent, 1);
  const parallel = await measureCalls(extent, 64);

  const rows = contenders.map(({ name, timeout }, index) => {
    const size = sizes.get(name);
    const times = imports.get(name);
    const costs = [sequential[index], parallel[index]].flatMap((cost) => [cost?.cpu ?? [], cost?.wall ?? []]);
    return [
      name,
      timeout ? "yes" : "no",
      size === undefined ? "" : `${size} B`,
      times === undefined ? "" : median(times, 1, " ms"),
      ...costs.map((ratios) => median(ratios)),
    ];
  });
  const of = (name: string) => contenders.findIndex((contender) => contender.name === name);
  const costOf = (index: number, calls: CallCosts[], cost: keyof CallCosts) =>
    quantile(calls[index]?.[cost] ?? [], 0.5);
  /** Our figure relative to the best of the others with a timeout. */
  const besideOthers = (calls: CallCosts[], cost: keyof CallCosts) => {
    const others = contenders.flatMap(({ name, timeout }, index) => (timeout && name !== own ? index : []));
    return costOf(of(own), calls, cost) / Math.min(...others.map((index) => costOf(index, calls, cost)));
  };
  const importOf = (name: string) => quantile(imports.get(name) ?? [], 0.5);
  return {
    title: "The client",
    columns: ["client", "timeout", "min+gzip", "import", "CPU, sequential", "wall", "CPU, 64 concurrent", "wall"],
    rows,
    aims: [
      { what: "min+gzip of the client, bytes", figure: sizes.get(own) ?? Number.NaN, bound: { atMost: 4900 } },
      {
        what: "import time relative to openapi-fetch",
        figure: importOf(own) / importOf("openapi-fetch"),
        bound: { atMost: 1.2 },
      },
      {
        what: "CPU of a call relative to a bare fetch",
        figure: costOf(of(own), sequential, "cpu"),
        bound: { atMost: 1.1 },
      },
      ...Object.entries({ sequential, "64 concurrent": parallel }).flatMap(([how, calls]) =>
        (["cpu", "wall"] as const).map((cost) => ({
          what: `${cost === "cpu" ? "CPU" : "wall time"} relative to the best other client with a timeout, ${how}`,
          figure: besideOthers(calls, cost),
          bound: { atMost: 1 },
        })),
      ),
    ],
    notes: [
      `Calls are multiples of a bare fetch that does the same JSON work; each client has its own process; medians of ${extent.generations * extent.rounds} interleaved rounds of ${extent.calls} calls; imports are of one bundled file in a new process, ${importRounds} rounds. "no" timeout: the client has none, or none per call.`,
    ],
    figures: { sizes: Object.fromEntries(sizes), imports: Object.fromEntries(imports), sequential, parallel },
  };
}
