/** A running timeout. */
export interface Limit {
  /** Aborted when the timeout ends. */
  signal: AbortSignal;
  /** Removes the timer and the listener. */
  clear(): void;
}

/** The limits that end with one signal. One listener for all of them: Node warns of a leak when there are eleven. */
class Ends extends Set<() => void> {
  handleEvent(): void {
    for (const end of this) end();
  }
}

const endsOf = new WeakMap<AbortSignal, Ends>();

/**
 * Aborts after `ms` milliseconds, or when `signal` aborts, with its reason.
 *
 * @param onEnd Called once at the abort.
 */
export function startLimit(ms: number, signal: AbortSignal | undefined, onEnd: (reason: unknown) => void): Limit {
  const controller = new AbortController();
  const ends = signal && (endsOf.get(signal) ?? new Ends());
  const clear = () => {
    clearTimeout(timer);
    if (ends?.delete(end) && !ends.size) signal?.removeEventListener("abort", ends);
  };
  const end = () => {
    clear();
    controller.abort(signal?.reason);
    onEnd(controller.signal.reason);
  };
  // Timers overflow after 24 days: a longer limit is none.
  const timer = ms < 2 ** 31 ? setTimeout(end, ms) : undefined;
  if (ends) {
    endsOf.set(signal, ends.add(end));
    signal.addEventListener("abort", ends);
    if (signal.aborted) end();
  }
  return { signal: controller.signal, clear };
}
