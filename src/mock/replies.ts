import type { OpenApiDocument } from "../openapi/document.ts";
import { listOperations, type Operation } from "../openapi/operation.ts";
import type { Response } from "../openapi/responses.ts";
import { checkReply, refuseReply } from "./check-reply.ts";
import type { Reply } from "./reply-options.ts";

/** Method, in upper case, and path template of an operation. */
export type Route = Pick<Operation, "method" | "path">;

/** The replies that wait for requests, first in, first out. */
export interface ReplyQueue {
  /** @throws {UserError} Exit code 2, if the reply is invalid or the spec does not document it. */
  add(reply: Reply): void;
  /** Removes all replies. */
  clear(): void;
  /** Returns the reply that the next request of the operation gets. */
  next(route: Route): Reply | undefined;
  /** Counts a reply as sent. */
  use(reply: Reply): void;
}

/** Returns why a body does not match the schema of a response; empty if it does. */
export type ValidateBody = (route: Route, status: number, mediaType: string, body: unknown) => string[];

interface WaitingReply {
  reply: Reply;
  left: number;
  routes: Set<string>;
}

/** Creates an empty queue for a mock of the document. */
export function createReplyQueue(document: OpenApiDocument, validateBody: ValidateBody): ReplyQueue {
  const all = listOperations(document);
  let queue: WaitingReply[] = [];
  return {
    add(options) {
      checkReply(options);
      // A copy: the caller may change its object later.
      const reply: Reply = JSON.parse(JSON.stringify(options));
      const { status, operation, times = 1 } = reply;
      const named = operation === undefined ? all : all.filter(({ id }) => id === operation);
      if (named.length === 0) {
        refuseReply(`unknown operation "${operation}"; use ${all.map(({ id }) => id).join(", ")}`);
      }
      const checked = named.flatMap((one) => {
        if (reply.html !== undefined) return [{ route: one, problem: undefined }];
        const response = status === undefined ? one.successes[0] : findResponse(one, status);
        return response ? [{ route: one, problem: findProblem(one, response, reply, validateBody) }] : [];
      });
      if (checked.length === 0) refuseReply(`status ${status ?? "2XX"} is not documented; use ${listStatuses(named)}`);
      const fitting = checked.filter(({ problem }) => problem === undefined);
      if (fitting.length === 0) refuseReply(checked[0]?.problem ?? "");
      queue.push({ reply, left: times, routes: new Set(fitting.map(({ route }) => keyOf(route))) });
    },
    clear() {
      queue = [];
    },
    next(route) {
      return queue.find(({ routes }) => routes.has(keyOf(route)))?.reply;
    },
    use(reply) {
      const waiting = queue.find((entry) => entry.reply === reply);
      if (waiting) waiting.left--;
      queue = queue.filter(({ left }) => left > 0);
    },
  };
}

/** Says why the operation's response for the status cannot be this reply; undefined if it can. */
function findProblem(
  operation: Operation,
  documented: Response,
  { status, example, body, headers = {} }: Reply,
  validateBody: ValidateBody,
): string | undefined {
  const response = `response ${documented.status} of ${operation.id}`;
  const examples = documented.bodies.flatMap((one) => one.examples.flatMap(({ key }) => key ?? []));
  if (example !== undefined && !examples.includes(example)) {
    return `${response} has no example "${example}"; it has ${examples.join(", ") || "none"}`;
  }
  const wanted = mediaTypeOf(headers);
  if (body === undefined && wanted === undefined) return undefined;
  const mediaTypes = documented.bodies.map((one) => one.mediaType);
  if (mediaTypes.length === 0) return `${response} has no body`;
  const mediaType = mediaTypes.find((type) => wanted === undefined || essenceOf(type) === wanted);
  if (mediaType === undefined) return `${response} is ${mediaTypes.join(", ")}, not ${wanted}`;
  if (body === undefined) return undefined;
  const [problem] = validateBody(operation, status ?? (Number(documented.status) || 200), mediaType, body);
  return problem && `body does not match ${response} (${problem})`;
}

/** Returns the media type of the header `Content-Type`, without parameters. */
function mediaTypeOf(headers: Record<string, string>): string | undefined {
  const contentType = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type");
  return contentType && essenceOf(contentType[1]);
}

/** Returns `text/html` of `Text/HTML; charset=utf-8`. */
function essenceOf(mediaType: string): string {
  return mediaType.replace(/;.*/, "").trim().toLowerCase();
}

/** Returns the response that covers the status. Statuses below 200 do not end an exchange. */
function findResponse(operation: Operation, status: number): Response | undefined {
  return Number.isInteger(status) && status >= 200 && status <= 599 ? operation.responseFor(status) : undefined;
}

function listStatuses(operations: readonly Operation[]): string {
  return operations.map(({ id, responses }) => `${id} ${[...responses.keys()].join(", ")}`).join("; ");
}

/** Names a route: `POST /things/`. */
export function keyOf({ method, path }: Route): string {
  return `${method} ${path}`;
}
