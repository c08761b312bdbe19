import type { Target } from "../http/target.ts";
import type { TestCase } from "../test-case.ts";

/** Methods that ask and change nothing: https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1 */
const safeMethods = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);

/**
 * Why a case must not be sent to that server; undefined where it may. An operation that changes things is left alone
 * altogether: without a valid request, what its other cases show would prove nothing.
 */
export function reasonToSkip(
  { requests, operation }: TestCase,
  { loopback, host }: Target,
  { allowCreate = false }: { allowCreate?: boolean | undefined },
): string | undefined {
  if (loopback || allowCreate || [operation, ...requests].every(({ method }) => safeMethods.has(method)))
    return undefined;
  return `${host} is not this machine, and the request might create something: --allow-create sends it`;
}
