import type { MockExchange } from "./serve.ts";

/** Formats `POST /path/ 422 3 ms  request.body.name: must be string`, without the query, which may contain a secret. */
export function formatExchange({
  method,
  path,
  status,
  durationMs,
  violations,
}: Pick<MockExchange, "method" | "path" | "status" | "durationMs" | "violations">): string {
  const [pathname = ""] = path.split("?");
  const reasons = violations.length > 0 ? `  ${violations.join("; ")}` : "";
  return `${method} ${pathname} ${status} ${Math.round(durationMs)} ms${reasons}`;
}
