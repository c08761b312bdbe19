import { join } from "node:path";
import { packageRoot } from "../../../src/internal/package-root.ts";
import { forkModule } from "../process.ts";

/** Starts a mock of the spec in a separate process, which holds back each response for so long. */
export async function startMockProcess(spec: string, delayMs = 0): Promise<{ url: string; stop: () => void }> {
  const module = join(packageRoot, "scripts/bench/processes/mock-process.ts");
  const { child, said } = await forkModule(module, spec, String(delayMs));
  return { url: String(said), stop: () => child.disconnect() };
}
