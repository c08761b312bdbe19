import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { packageRoot } from "../../../src/internal/package-root.ts";
import { forkModule } from "../process.ts";
import { inTurn } from "../statistics.ts";
import type { Cost, Order } from "./caller.ts";
import { contenders } from "./contenders.ts";

const folder = join(packageRoot, "scripts/bench/client");

/** Cost of a contender's calls, as multiples of the first contender's in the same round: one figure per round. */
export interface CallCosts {
  cpu: number[];
  wall: number[];
}

/** Extent of the measurement. */
interface Extent {
  /** How often all processes are restarted: two processes with the same code differ by a few percent. */
  generations: number;
  /** Rounds per generation. */
  rounds: number;
  /** Calls per round. Each process first makes six times as many to warm up the compiler. */
  calls: number;
}

/**
 * Makes the documented call many times with each contender, in rounds. Each has a separate process: in one process they
 * would share what the compiler learns about fetch, and pay for each other's garbage.
 *
 * @param parallel Concurrent calls.
 */
export async function measureCalls({ generations, rounds, calls }: Extent, parallel: number): Promise<CallCosts[]> {
  const costs = contenders.map((): CallCosts => ({ cpu: [], wall: [] }));
  for (let generation = 0; generation < generations; generation++) {
    const cpu: number[][] = contenders.map(() => []);
    const wall = await withCallers(async (callers) => {
      for (const caller of callers) await order(caller, { calls: 6 * calls, parallel });
      return inTurn(rounds, callers, async (caller, index) => {
        const cost = await order(caller, { calls, parallel });
        cpu[index]?.push(cost.cpu);
        return cost.wall;
      });
    });
    for (const [index, cost] of costs.entries()) {
      cost.cpu.push(...multiples(cpu, index));
      cost.wall.push(...multiples(wall, index));
    }
  }
  return costs;
}

/** Starts a server and a process for each contender, and stops them all. */
async function withCallers<T>(use: (callers: ChildProcess[]) => Promise<T>): Promise<T> {
  const started: ChildProcess[] = [];
  try {
    const server = await forkModule(join(folder, "server.ts"));
    started.push(server.child);
    for (const { name } of contenders) {
      const { child } = await forkModule(join(folder, "caller.ts"), name, String(server.said));
      started.push(child);
    }
    return await use(started.slice(1));
  } finally {
    for (const child of started) if (child.connected) child.disconnect();
  }
}

async function order(caller: ChildProcess, { calls, parallel }: Order): Promise<Cost> {
  const ended = AbortSignal.timeout(60_000);
  caller.send({ calls, parallel } satisfies Order);
  const [cost] = await once(caller, "message", { signal: ended });
  return cost as Cost;
}

function multiples(figures: readonly number[][], index: number): number[] {
  return (figures[index] ?? []).map((figure, round) => figure / (figures[0]?.[round] ?? Number.NaN));
}
