import type { Section } from "../section.ts";
import { median, quantile } from "../statistics.ts";
import { type CallCosts, measureCalls } from "./calls.ts";
import { contenders, prepareContenders } from "./contenders.ts";
import { measureImports } from "./import-time.ts";
import { measureSize } from "./size.ts";

const own = "suno-persona";
const extent = { generations: 3, rounds: 12, calls: 960 };
const importRounds = 25;

/** What a call costs, what the client weighs, and how long its import takes, beside other ways to make the call. */
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
  /** Ours beside the best of the others whose calls end after a minute. */
  const besideOthers = (calls: CallCosts[], cost: keyof CallCosts) => {
    const others = contenders.flatMap(({ name, timeout }, index) => (timeout && name !== own ? index : []));
    return costOf(of(own), calls, cost) / Math.min(...others.map((index) => costOf(index, calls, cost)));
  };
  const importOf = (name: string) => quantile(imports.get(name) ?? [], 0.5);
  return {
    title: "The client",
    columns: ["client", "timeout", "min+gzip", "import", "CPU, one at a time", "wall", "CPU, 64 at once", "wall"],
    rows,
    aims: [
      { what: "min+gzip of the client, bytes", figure: sizes.get(own) ?? Number.NaN, bound: { atMost: 5000 } },
      {
        what: "its import beside openapi-fetch's",
        figure: importOf(own) / importOf("openapi-fetch"),
        bound: { atMost: 1.2 },
      },
      {
        what: "CPU of a call beside a bare fetch",
        figure: costOf(of(own), sequential, "cpu"),
        bound: { atMost: 1.1 },
      },
      ...Object.entries({ "one at a time": sequential, "64 at once": parallel }).flatMap(([how, calls]) =>
        (["cpu", "wall"] as const).map((cost) => ({
          what: `${cost === "cpu" ? "CPU" : "wall time"} beside the best of the others with a timeout, ${how}`,
          figure: besideOthers(calls, cost),
          bound: { atMost: 1 },
        })),
      ),
    ],
    notes: [
      `Calls are multiples of a bare fetch that does the same JSON work, each client in a process of its own, medians of ${extent.generations * extent.rounds} rounds in turn of ${extent.calls} calls; imports are of one bundled file in a new process, ${importRounds} rounds. No timeout: the client has none, or cannot be given one for the call.`,
    ],
    figures: { sizes: Object.fromEntries(sizes), imports: Object.fromEntries(imports), sequential, parallel },
  };
}
