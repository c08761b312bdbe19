import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { packageRoot } from "../../src/command/package-root.ts";
import { readDocumentedRequest } from "../documented-call.ts";
import { contenders } from "./contenders.ts";
import { quantile, spread } from "./statistics.ts";

/** The cost of a contender's calls, as multiples of the first contender's in the same round. */
export interface Cost {
  name: string;
  /** Median over the rounds; `spread` is the distance between the quartiles. */
  cpu: number;
  cpuSpread: number;
  wall: number;
  wallSpread: number;
}

/**
 * Makes the documented call many times with each contender, in rounds, so that what disturbs the machine disturbs all.
 *
 * @param parallel Calls under way at once.
 */
export async function measureCalls(rounds: number, callsARound: number, parallel: number): Promise<Cost[]> {
  const server = fork(join(packageRoot, "scripts/bench/server.ts"), { execArgv: process.execArgv });
  const [port] = await once(server, "message");
  try {
    const request = await readDocumentedRequest();
    const calls = await Promise.all(contenders.map(({ prepare }) => prepare(`http://127.0.0.1:${port}`, request)));
    for (const call of calls) await run(call, callsARound, parallel);

    const ratios = contenders.map(() => ({ cpu: [] as number[], wall: [] as number[] }));
    for (let round = 0; round < rounds; round++) {
      const costs: Awaited<ReturnType<typeof run>>[] = [];
      // Each round begins with another, because a contender also pays for the garbage of the one before it.
      for (let turn = 0; turn < calls.length; turn++) {
        const index = (round + turn) % calls.length;
        costs[index] = await run(calls[index] as () => Promise<string>, callsARound, parallel);
      }
      for (const [index, cost] of costs.entries()) {
        ratios[index]?.cpu.push(cost.cpu / (costs[0]?.cpu ?? 1));
        ratios[index]?.wall.push(cost.wall / (costs[0]?.wall ?? 1));
      }
    }
    return contenders.map(({ name }, index) => {
      const { cpu = [], wall = [] } = ratios[index] ?? {};
      return {
        name,
        cpu: quantile(cpu, 0.5),
        cpuSpread: spread(cpu),
        wall: quantile(wall, 0.5),
        wallSpread: spread(wall),
      };
    });
  } finally {
    server.disconnect();
  }
}

async function run(call: () => Promise<string>, calls: number, parallel: number) {
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const lane = async () => {
    for (let index = 0; index < calls / parallel; index++) {
      if (!(await call())) throw new Error("A call gave no id.");
    }
  };
  await Promise.all(Array.from({ length: parallel }, lane));
  const { user, system } = process.cpuUsage(cpuBefore);
  return { cpu: user + system, wall: performance.now() - startedAt };
}
