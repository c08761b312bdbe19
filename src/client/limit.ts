/** A running timeout. */
export interface Limit {
  /** Aborted when the timeout ends. */
  signal: AbortSignal;
  /** Removes the timer and the listener. */
  clear(): void;
}

/**
 * Aborts after `ms` milliseconds, or when `signal` aborts, with its reason.
 *
 * @param onEnd Called once at the abort.
 */
export function startLimit(ms: number, signal: AbortSignal | undefined, onEnd: (reason: unknown) => void): Limit {
  const controller = new AbortController();
  const clear = () => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", end);
  };
  const end = () => {
    clear();
    controller.abort(signal?.reason);
    onEnd(controller.signal.reason);
  };
  // Timers overflow after 24 days: a longer limit is none.
  const timer = ms < 2 ** 31 ? setTimeout(end, ms) : undefined;
  signal?.addEventListener("abort", end);
  if (signal?.aborted) end();
  return { signal: controller.signal, clear };
}
