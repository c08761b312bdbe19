/** What ends a run before its plan does. */
export interface StopOptions {
  /** Ends the run when it is aborted, with the report so far. */
  signal?: AbortSignal | undefined;
  /** Ends the run after so long, in milliseconds, with the report so far. @default no limit */
  maxDurationMs?: number | undefined;
  /** Ends the run after so many failing test cases. @default no limit */
  maxFailures?: number | undefined;
}

/** Whether to end a run. */
export interface Stop {
  /** Aborted when no more waiting is worth it. */
  readonly signal: AbortSignal;
  /** Why the run ends, as part of a sentence; undefined while it goes on. */
  reason(failures: number): string | undefined;
}

/** Starts the clock of a run. */
export function createStop({ signal, maxDurationMs, maxFailures }: StopOptions): Stop {
  const timeUp = maxDurationMs === undefined ? undefined : AbortSignal.timeout(maxDurationMs);
  const signals = [signal, timeUp].filter((one) => one !== undefined);
  return {
    signal: AbortSignal.any(signals),
    reason(failures) {
      if (signal?.aborted) return "the run was interrupted";
      if (timeUp?.aborted) return `the ${(maxDurationMs ?? 0) / 1_000} s of --max-time are over`;
      if (maxFailures === undefined || failures < maxFailures) return undefined;
      return `the ${maxFailures === 1 ? "failing test case" : `${maxFailures} failing test cases`} of --max-failures ${maxFailures === 1 ? "was" : "were"} found`;
    },
  };
}
