import type { AttemptFailure } from "./attempt-result.ts";
import type { ErrorKind } from "./errors.ts";
import { isBrowser } from "./is-browser.ts";
import { toLine } from "./reason.ts";

/** The message of a call that the caller's signal aborts. */
export const abortedMessage = "was aborted";

/**
 * Classifies what an attempt threw before its response was read to the end.
 *
 * @param signal The caller's signal.
 * @param timeoutMs The attempt's timeout if it has ended, else false.
 * @param beforeFetch Whether fetch has not been called yet.
 * @param status The response's status; undefined if no response arrived.
 */
export function classifyError(
  cause: unknown,
  signal: AbortSignal | undefined,
  timeoutMs: number | false,
  beforeFetch: boolean,
  status: number | undefined,
): AttemptFailure {
  const notSent = beforeFetch || (!status && wasNotSent(cause));
  const failure = (kind: ErrorKind, message: string, code?: string): AttemptFailure => ({
    message,
    details: { kind, outcome: notSent ? "not-sent" : "unknown", status, cause, code },
    beforeFetch,
  });
  if (signal?.aborted) return failure("aborted", abortedMessage);
  if (timeoutMs !== false) return failure("timeout", `took over ${Math.round(timeoutMs)} ms`);
  if (beforeFetch) {
    return failure("usage", `was not sent: ${cause instanceof TypeError ? cause.message : "apiKey failed"}`);
  }
  const [{ message, code } = {}] = rootsOf(cause);
  const reason = toLine(`${message ?? cause}`);
  return failure(
    "connection",
    (notSent ? "was not sent: " : "lost the connection: ") +
      reason +
      (code && !reason?.includes(code) ? ` (${code})` : "") +
      (isBrowser() ? corsHint : ""),
    code,
  );
}

const corsHint =
  ". A browser hides why: for CORS, the server must send Access-Control-Allow-Origin and Access-Control-Expose-Headers: Retry-After, X-Request-Id";

/** Begins with the code of a failure to connect, of Node, undici or Bun; or Deno's message, which shows the URL before. */
const connectFailure =
  /^\S*(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UNREACH|_CONNECT_|ConnectionRefused)|: client error \(Connect\)/;

/** The same for connections that fail each time: a certificate, another protocol than TLS, a blocked port. */
const permanentFailure =
  /^\S*(CERT|SIGNATURE|SSL_\S*(VERSION|HANDSHAKE))|bad port$|: (invalid peer certificate|received corrupt|The TLS handshake)/;

/** An error at the end of a chain of causes. */
interface Root {
  message?: string;
  code?: string;
}

/** The errors at the ends of the chain of causes: several if several addresses were tried. */
function rootsOf(error: unknown): Root[] {
  const { cause, errors } = Object(error) as { cause?: unknown; errors?: unknown[] };
  return errors?.flatMap(rootsOf) ?? (cause ? rootsOf(cause) : [Object(error)]);
}

const everyRoot = (error: unknown, ...patterns: RegExp[]) =>
  rootsOf(error).every(({ message, code }) => patterns.some((pattern) => pattern.test(`${code} ${message}`)));

/** Whether an error of fetch proves that the request was not sent. A browser's error proves nothing. */
export function wasNotSent(error: unknown): boolean {
  return everyRoot(error, connectFailure, permanentFailure);
}

/** Whether an error of fetch would come again with each attempt. */
export function isPermanent(error: unknown): boolean {
  return everyRoot(error, permanentFailure);
}
