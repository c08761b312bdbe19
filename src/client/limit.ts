/** A limit of some work: its signal is aborted when the limit is reached. */
export interface Limit {
  signal: AbortSignal;
  /** Ends the limit when the work is done. It leaves no timer and no listener behind. */
  clear(): void;
}

/**
 * A limit that is reached after `ms` milliseconds or when `signal` is aborted, whose reason it takes over.
 *
 * @param onEnd Called when the limit is reached; it is cleared then.
 */
export function startLimit(ms: number, signal: AbortSignal | undefined, onEnd: (reason: unknown) => void): Limit {
  const controller = new AbortController();
  const clear = () => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", end);
  };
  const end = () => {
    clear();
    controller.abort(signal?.aborted ? signal.reason : undefined);
    onEnd(controller.signal.reason);
  };
  // A longer time than timers take, 24 days, is no limit.
  const timer = ms < 2 ** 31 ? setTimeout(end, ms) : undefined;
  signal?.addEventListener("abort", end);
  if (signal?.aborted) end();
  return { signal: controller.signal, clear };
}
