import type { MockExchange } from "./traffic.ts";

/** `POST /path/ 422 3 ms  request.body.name: must be string`. A query may hold a secret and is left out. */
export function formatExchange({ method, path, status, durationMs, violations }: MockExchange): string {
  const [pathname = ""] = path.split("?");
  const reasons = violations.length > 0 ? `  ${violations.join("; ")}` : "";
  return `${method} ${pathname} ${status} ${Math.round(durationMs)} ms${reasons}`;
}
