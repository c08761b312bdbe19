// A process that makes calls with one contender on request, and reports their cost.
import { readDocumentedRequest } from "../../documented-call.ts";
import { contenders } from "./contenders.ts";

/** A request to this process. */
export interface Order {
  calls: number;
  /** Concurrent calls. */
  parallel: number;
}

/** Total cost of the calls, in microseconds: CPU time of all threads, and wall time. */
export interface Cost {
  cpu: number;
  wall: number;
}

const [, , name, port] = process.argv;
const contender = contenders.find((each) => each.name === name);
if (!contender) throw new Error(`Unknown contender "${name}".`);
const call = await contender.prepare(`http://127.0.0.1:${port}`, await readDocumentedRequest());

process.on("message", async (order: Order) => process.send?.(await makeCalls(order)));
process.once("disconnect", () => process.exit());
process.send?.("ready");

async function makeCalls({ calls, parallel }: Order): Promise<Cost> {
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const lane = async () => {
    for (let index = 0; index < calls / parallel; index++) {
      if (!(await call())) throw new Error("A call returned no id.");
    }
  };
  await Promise.all(Array.from({ length: parallel }, lane));
  const { user, system } = process.cpuUsage(cpuBefore);
  return { cpu: user + system, wall: (performance.now() - startedAt) * 1000 };
}
