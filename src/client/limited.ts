/**
 * Runs `run` for at most `ms` milliseconds and until `signal` is aborted, whichever comes first, even where `run` heeds
 * no signal. It leaves no timer and no listener behind.
 *
 * @throws the signal's reason, or an `AbortError` after `ms`.
 */
export async function limited<T>(
  ms: number,
  signal: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const end = () => controller.abort(signal?.aborted ? signal.reason : undefined);
  const timer = ms < Number.POSITIVE_INFINITY ? setTimeout(end, ms) : undefined;
  signal?.addEventListener("abort", end);
  if (signal?.aborted) end();
  try {
    return await new Promise((resolve, reject) => {
      controller.signal.addEventListener("abort", () => reject(controller.signal.reason));
      controller.signal.throwIfAborted();
      run(controller.signal).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", end);
  }
}
