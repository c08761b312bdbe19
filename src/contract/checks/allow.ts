import { headerValues } from "../http/request.ts";
import type { ViolationDetails } from "../violation.ts";
import type { Check } from "./check.ts";

/** A 405 lists the methods of the path in `Allow`: RFC 9110, section 15.5.6. */
export const allow: Check = {
  name: "allow",
  headline: "Allow is wrong",
  rank: 9,
  run({ operation, pointer, target }, { request, response }) {
    if (!response || target === "operation" || request.method === operation.method) return [];
    const values = headerValues(response.headers, "allow");
    const isOptions = request.method === "OPTIONS" && response.status < 300;
    if (response.status !== 405 && !(isOptions && values.length > 0)) return [];
    const stated = operation.xContract.statuses.method?.includes(405) || documentsAllow();
    const violation = (expected: string, actual: string, fingerprint: string, isError: boolean): ViolationDetails[] => [
      { severity: isError ? "error" : "warning", expected, actual, pointer, fingerprint },
    ];
    if (values.length === 0) return violation("a 405 with Allow", "405 without Allow", "absent", stated);
    const allowed = values
      .flatMap((value) => value.split(","))
      .map((method) => method.trim())
      .filter(Boolean);
    const list = allowed.join(", ");
    const lacking = operation.methods.filter((method) => !allowed.includes(method));
    if (lacking.length > 0)
      return violation(
        `an Allow with ${lacking.join(", ")}, which the document has`,
        `Allow: ${list}`,
        "lacking",
        // Frameworks that route by method name only those of the route that they found.
        stated || lacking.length === operation.methods.length,
      );
    if (response.status === 405 && allowed.includes(request.method)) {
      return violation(
        `an Allow without ${request.method}, which was rejected`,
        `Allow: ${list}`,
        "contradicting",
        true,
      );
    }
    const implied = new Set([...operation.methods, "OPTIONS", ...(operation.methods.includes("GET") ? ["HEAD"] : [])]);
    const extra = allowed.filter((method) => !implied.has(method));
    if (extra.length === 0) return [];
    return violation(`an Allow with ${operation.methods.join(", ")} only`, `Allow: ${list}`, "more", stated);

    function documentsAllow(): boolean {
      return (
        operation.responses
          .get("405")
          ?.headers.some(({ name, required }) => required && name.toLowerCase() === "allow") ?? false
      );
    }
  },
};
