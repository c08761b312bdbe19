import { pointTo } from "../../openapi/pointer.ts";
import type { Check } from "./check.ts";

/** What was created can be read. */
export const resourceAvailability: Check = {
  name: "resource-availability",
  headline: "what was created cannot be read",
  rank: 1,
  standsAlone: true,
  explainsFailure: true,
  run({ operation, chained, expected }, { response }) {
    const { state, madeBy, isAbout } = chained ?? {};
    const isRead = operation.method === "GET" && expected.outcome === "success" && isAbout?.(operation.path) === true;
    if (!isRead || state === "deleted" || madeBy === undefined || !response) return [];
    if (response.status !== 404 && response.status !== 410) return [];
    return [
      {
        severity: "error",
        expected: `what ${madeBy} has just created, with success`,
        actual: String(response.status),
        pointer: pointTo(operation.pointer, "responses"),
        fingerprint: String(response.status),
      },
    ];
  },
};
