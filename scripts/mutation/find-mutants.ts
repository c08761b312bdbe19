import { bySeverity, type Report } from "../../src/contract/report/report.ts";
import type { ContractOptions } from "../../src/contract/run/prepare.ts";
import { runContract } from "../../src/contract/run-contract.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import type { Fault, ProviderKind } from "../../test/contract/reference-provider/fault.ts";
import { withHints } from "../../test/contract/reference-provider/hints.ts";
import { startProvider } from "../../test/contract/reference-provider/start.ts";

/** Options of a run on a reference provider. */
export interface JudgeOptions extends Pick<ContractOptions, "seed" | "only" | "timeoutMs"> {
  fault?: Fault;
  /** Whether the document has `x-contract`. Default: false. */
  hinted?: boolean;
}

/** Starts a reference provider, runs the suite on it, and returns the ids of its errors. */
export async function judgeProvider(kind: ProviderKind, options: JudgeOptions): Promise<string[]> {
  return bySeverity(await testProvider(kind, options)).errors.map(({ id }) => id);
}

/** Starts a reference provider, and runs the suite on it. */
export async function testProvider(
  kind: ProviderKind,
  { fault, hinted = false, ...options }: JudgeOptions,
): Promise<Report> {
  const provider = await startProvider(kind, fault ? { fault } : {});
  try {
    const document = provider.document as unknown as OpenApiDocument;
    return await runContract({
      ...options,
      url: provider.url,
      document: hinted ? withHints(document, kind) : document,
      token: { value: provider.token, variable: "REFERENCE_TOKEN" },
    });
  } finally {
    await provider.close();
  }
}
