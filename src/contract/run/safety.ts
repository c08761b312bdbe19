import type { Target } from "../http/target.ts";
import type { TestCase } from "../test-case.ts";

/** Methods that change nothing: https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1 */
const safeMethods = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);

/**
 * Why not to send the test case to that server; undefined to send it. Skips operations that change things as a whole:
 * without a valid request, their other test cases prove nothing.
 */
export function reasonToSkip(
  { requests, operation }: TestCase,
  { loopback, host }: Target,
  { allowCreate = false }: { allowCreate?: boolean | undefined },
): string | undefined {
  if (loopback || allowCreate || [operation, ...requests].every(({ method }) => safeMethods.has(method)))
    return undefined;
  return `${host} is a remote server, and the operation may change things: --allow-create calls it`;
}
