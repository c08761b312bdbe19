import type { Responses } from "../../generated/client.ts";
import type { StatusOf } from "../client/result.ts";

/** A response that the next requests get in place of the first documented success. */
export interface Reply {
  /**
   * A status that the operation documents: exactly, in a range such as `4XX`, or by `default`; with `html` any.
   *
   * @default the first documented success, if `delayMs`, `hang`, `reset` or `cut` is given; with `html` 502
   */
  status?: number | undefined;
  /** The id of the operation. @default the next requested operation that documents the status */
  operation?: string | undefined;
  /** Number of requests that get the reply. @default 1 */
  times?: number | undefined;
  /** The name of a documented example of the response. @default its first, or one generated from its schema */
  example?: string | undefined;
  /** The body, in place of an example. It must match the schema of the response, and is sent as is. */
  body?: unknown;
  /** Headers beside the documented ones: `{ "Retry-After": "1" }`. A `Content-Type` must be one of the response's. */
  headers?: Record<string, string> | undefined;
  /** The page of a proxy before the server, sent as `text/html` in place of a documented response. */
  html?: string | undefined;
  /** Milliseconds to wait before the response. @default 0 */
  delayMs?: number | undefined;
  /** Sends no response and keeps the connection open. @default false */
  hang?: boolean | undefined;
  /** Resets the connection in place of a response. @default false */
  reset?: boolean | undefined;
  /** Closes the connection after half of the body. @default false */
  cut?: boolean | undefined;
}

/** What no spec documents: a proxy's page, or a success that is late, cut off or never sent. */
export type TroubleReply = Pick<Reply, "times" | "headers" | "delayMs"> &
  (
    | (Pick<Reply, "status"> & { html: string })
    | { delayMs: number }
    | { hang: true }
    | { reset: true }
    | { cut: true }
  ) & { operation?: string | undefined };

/** The response bodies of this package's own spec, by operation and status. */
export type DocumentedResponses = Responses;

/** The response bodies of a spec that the types do not know. */
export type AnyResponses = Record<string, Record<number, unknown>>;

/** What `mock.reply()` accepts: a documented status of an operation, with a body of that response, or trouble on the way. */
export type ReplyOptions<Documented> = TroubleReply | DocumentedReply<Documented>;

type DocumentedReply<Documented> = {
  [Operation in keyof Documented]: {
    [Key in keyof Documented[Operation]]: Reply & {
      status: StatusOf<Key> extends number ? StatusOf<Key> : number;
      operation?: Operation | undefined;
      body?: Documented[Operation][Key] | undefined;
    };
  }[keyof Documented[Operation]];
}[keyof Documented];
