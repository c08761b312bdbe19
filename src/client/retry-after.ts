/**
 * Reads `Retry-After`: seconds or an HTTP date, as milliseconds from now, never negative. Returns undefined if the header
 * is absent or neither.
 */
export function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(value)) return +value * 1000;
  // Requires the weekday: Date.parse accepts many texts that are not HTTP dates.
  const ms = /^[A-Z][a-z]+,? /.test(value) ? Math.max(0, Date.parse(value) - Date.now()) : Number.NaN;
  return ms >= 0 ? ms : undefined;
}
