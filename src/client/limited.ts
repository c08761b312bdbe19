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
  let end = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise((resolve, reject) => {
      end = () => {
        controller.abort(signal?.aborted ? signal.reason : undefined);
        reject(controller.signal.reason);
      };
      if (signal?.aborted) return end();
      signal?.addEventListener("abort", end);
      // A longer time than timers take, 24 days, is no limit.
      if (ms < 2 ** 31) timer = setTimeout(end, ms);
      run(controller.signal).then(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", end);
  }
}
