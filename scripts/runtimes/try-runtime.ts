import type { Bundles } from "./bundles.ts";
import type { ProbeResult } from "./probe.ts";
import { type Row, renderResult } from "./rows.ts";
import type { Runtime } from "./runners.ts";
import type { Servers } from "./servers.ts";

/** How the rows ended on a runtime, in their order. */
export interface Tried {
  name: string;
  results: { result: string; message?: string; expected: boolean }[];
}

/** Makes the calls of all rows on a runtime and compares how they ended with what the rows say. */
export async function tryRuntime(
  { name, hides, ask }: Runtime,
  rows: readonly Row[],
  servers: Servers,
  bundles: Bundles,
  call: { operationId: string; body: unknown },
): Promise<Tried> {
  const key = name.replace(/\W/g, "");
  const probes = rows.map((row) => ({ baseUrl: servers.baseUrl(key, row), options: row.options }));
  const ended = (await ask(bundles, [call.operationId, call.body, probes])) as ProbeResult[];
  const results = rows.map((row, index) => {
    const { result, attempts, message } = ended[index] ?? { result: "not tried", attempts: 0 };
    const shown = renderResult(result, attempts, servers.seen(key, row));
    const expected = shown === row.result || (hides && shown === row.hidden);
    return { result: shown, expected, ...(message !== undefined && { message }) };
  });
  return { name, results };
}
