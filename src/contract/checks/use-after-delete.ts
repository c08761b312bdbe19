import { pointTo } from "../../openapi/pointer.ts";
import { isSafe } from "../chain/order.ts";
import type { WireResponse } from "../http/response.ts";
import { documents, expectedStatuses } from "../model/expected-statuses.ts";
import type { TestCase } from "../test-case.ts";
import type { Check } from "./check.ts";

/** What was deleted is gone: reading or using it is refused with 404 or 410. */
export const useAfterDelete: Check = {
  name: "use-after-delete",
  headline: "what was deleted is still there",
  rank: 6,
  run(testCase, { response }) {
    const { operation, chained } = testCase;
    if (chained?.state !== "deleted" || !response || expectedStatuses(testCase).exact) return [];
    const { status } = response;
    // Server errors and redirects have checks of their own.
    if (status >= 500 || (status >= 300 && status <= 399) || isRight(testCase, response)) return [];
    const isDelete = operation.method === "DELETE";
    return [
      {
        severity: isDelete || isFirm(testCase, status) ? "error" : "warning",
        expected: isDelete
          ? "a documented status, 404, 410 or a success: it was deleted before"
          : "404 or 410: it was deleted before, with success",
        actual: String(status),
        pointer: pointTo(operation.pointer, "responses"),
        fingerprint: status < 300 ? "success" : String(status),
      },
    ];
  },
};

function isRight({ operation }: TestCase, { status, body }: WireResponse): boolean {
  if (status === 404 || status === 410) return true;
  if (operation.method === "DELETE") return status < 300 || documents(operation, status);
  // https://www.rfc-editor.org/rfc/rfc9110#section-9.3.4: it was made anew.
  if (operation.method === "PUT" && status === 201) return true;
  return status < 300 && isSafe(operation) && saysDeleted(body);
}

/** Whether the document, or plain sense, leaves no other reading. */
function isFirm({ operation, chained }: TestCase, status: number): boolean {
  const isRefusal = status >= 400;
  if (isRefusal) return documents(operation, 404) || documents(operation, 410);
  // What is below a thing may be kept by itself, such as the list of what it once had.
  return !isSafe(operation) || chained?.isAbout(operation.path) === true;
}

/** Some servers keep what was deleted, and mark it. */
function saysDeleted(body: Buffer): boolean {
  const json = parse(body);
  if (typeof json !== "object" || json === null) return false;
  return Object.entries(json).some(([key, value]) => {
    if (/^(is_?)?(deleted|removed)(_?(at|on))?$/i.test(key)) return value !== false && value !== null;
    return /^(status|state)$/i.test(key) && /delet|remov|cancel|terminat|inactive/i.test(String(value));
  });
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
