import { expect, test } from "vitest";
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

/** A behaviour of a server, what its document says, and the ids of the errors that are right. */
export type Row = [
  behaviour: string,
  handler: Handler,
  document: OpenApiDocument,
  errors: string[],
  options?: Partial<ContractOptions>,
];

/** Makes a test of each row. */
export function testVerdicts(rows: Row[]): void {
  test.each(rows)("%s", async (_, handler, document, errors, options = {}) => {
    expect((await verdictOn(handler, document, options)).errors).toEqual(errors);
  });
}
