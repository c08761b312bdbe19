import { type ContractOptions, runContract } from "../../../src/contract/index.ts";
import type { OpenApiDocument } from "../../../src/openapi/document.ts";
import { type Handler, serve } from "./serve.ts";

/** What a run says of a server: the ids of errors and of warnings, and the report. */
export async function verdictOn(handler: Handler, document: OpenApiDocument, options: Partial<ContractOptions> = {}) {
  const report = await runContract({ url: await serve(handler), document, timeoutMs: 2_000, ...options });
  const idsOf = (severity: string) =>
    report.violations.filter((violation) => violation.severity === severity).map(({ id }) => id);
  return { errors: idsOf("error").sort(), warnings: idsOf("warning").sort(), report };
}
