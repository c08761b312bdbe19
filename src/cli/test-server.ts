import { judgeHar } from "../contract/har/judge-har.ts";
import { createProgress } from "../contract/report/progress.ts";
import type { Report } from "../contract/report/report.ts";
import type { ContractOptions } from "../contract/run/prepare.ts";
import { runContract } from "../contract/run-contract.ts";
import { startMock } from "../mock/index.ts";
import { readData } from "../openapi/read-document.ts";
import type { SuiteFlags } from "./contract-flags.ts";
import { readOptions } from "./read-options.ts";

/**
 * Tests the server at `--url`, the traffic in `--har`, or a mock that it starts.
 *
 * @param signal Ends the run, with the report so far.
 * @throws {UserError} Exit code 2, if a flag or a file is invalid, or nothing can be tested.
 */
export async function testServer({ url, har, ...flags }: SuiteFlags, signal: AbortSignal): Promise<Report> {
  const read = await readOptions(flags);
  const progress = createProgress(process.stderr);
  const options = { ...read, onProgress: progress.tick, signal };
  return (har === undefined ? judgeServer(url, options) : judgeHar(await readData(har), { ...options, url })).finally(
    progress.end,
  );
}

/** Tests the server at the URL, or a mock of the document. */
async function judgeServer(url: string | undefined, options: Omit<ContractOptions, "url">): Promise<Report> {
  if (url !== undefined) return runContract({ ...options, url });
  const mock = await startMock({ spec: options.document });
  return runContract({ ...options, url: mock.url }).finally(() => mock.close());
}
