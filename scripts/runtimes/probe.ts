/** Runs inside each runtime: makes the calls with the client and tells how they ended. */
import type { AnyResult } from "../../src/client/result.ts";
import { type CallOptions, createPersonaClient } from "../../src/index.ts";
import type { Row } from "./rows.ts";

/** A call to make. */
export interface Probe {
  baseUrl: string;
  options: Row["options"];
}

/** How a call ended: `ok`, or the error's kind and outcome. */
export interface ProbeResult {
  result: string;
  attempts: number;
  message?: string;
}

/** Makes all calls at once. */
export function probe(operationId: string, request: unknown, probes: readonly Probe[]): Promise<ProbeResult[]> {
  return Promise.all(
    probes.map(async ({ baseUrl, options: { abortAfterMs, ...options } = {} }) => {
      const client = createPersonaClient({ baseUrl, retry: { baseDelay: 1 } });
      const call = (client.result as unknown as Record<string, Call>)[operationId] as Call;
      const signal = abortAfterMs === undefined ? undefined : AbortSignal.timeout(abortAfterMs);
      const result = await call(request, { ...options, signal });
      if (result.ok) return { result: "ok", attempts: result.attempts };
      const { kind, outcome, attempts, message } = result.error;
      return { result: `${kind} ${outcome}`, attempts, message };
    }),
  );
}

type Call = (request: unknown, options: CallOptions) => Promise<AnyResult>;
