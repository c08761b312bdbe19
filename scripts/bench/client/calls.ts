import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { packageRoot } from "../../../src/command/package-root.ts";
import { readDocumentedRequest } from "../../documented-call.ts";
import { inTurn } from "../statistics.ts";
import { contenders } from "./contenders.ts";

/** What a contender's calls cost, as multiples of the first contender's in the same round: one figure a round. */
export interface CallCosts {
  cpu: number[];
  wall: number[];
}

/**
 * Makes the documented call many times with each contender, in rounds.
 *
 * @param parallel Calls under way at once.
 */
export async function measureCalls(rounds: number, callsARound: number, parallel: number): Promise<CallCosts[]> {
  const server = fork(join(packageRoot, "scripts/bench/client/server.ts"), { execArgv: process.execArgv });
  const [port] = await once(server, "message");
  try {
    const request = await readDocumentedRequest();
    const calls = await Promise.all(contenders.map(({ prepare }) => prepare(`http://127.0.0.1:${port}`, request)));
    for (const call of calls) await run(call, callsARound, parallel);
    const cpu: number[][] = calls.map(() => []);
    const wall = await inTurn(rounds, calls, async (call, index) => {
      const cost = await run(call, callsARound, parallel);
      cpu[index]?.push(cost.cpu);
      return cost.wall;
    });
    const asMultiples = (figures: number[][]) =>
      figures.map((own) => own.map((figure, round) => figure / (figures[0]?.[round] ?? Number.NaN)));
    const [cpuRatios, wallRatios] = [asMultiples(cpu), asMultiples(wall)];
    return contenders.map((_, index) => ({ cpu: cpuRatios[index] ?? [], wall: wallRatios[index] ?? [] }));
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
