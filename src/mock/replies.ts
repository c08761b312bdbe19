import { dereference, type MediaType, type OpenApiDocument, type Response } from "../openapi/document.ts";
import { listOperations, type PlacedOperation } from "../openapi/operation.ts";
import { checkReply, refuseReply } from "./check-reply.ts";
import type { Reply } from "./reply-options.ts";

/** Method and path of an operation. */
export interface Route {
  /** Lower case. */
  method: string;
  path: string;
}

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
  let queue: WaitingReply[] = [];
  return {
    add(options) {
      checkReply(options);
      // A copy: the caller may change its object later.
      const reply: Reply = JSON.parse(JSON.stringify(options));
      const { status, operation, times = 1 } = reply;
      const all = listOperations(document);
      const named = operation === undefined ? all : all.filter((placed) => nameOf(placed) === operation);
      if (named.length === 0) refuseReply(`unknown operation "${operation}"; use ${all.map(nameOf).join(", ")}`);
      const documented = named.filter((placed) => findKey(placed, status) !== undefined);
      if (documented.length === 0) refuseReply(`status ${status} is not documented; use ${listKeys(named)}`);
      const checked = documented.map((placed) => ({
        placed,
        problem: findProblem(document, placed, reply, validateBody),
      }));
      const fitting = checked.filter(({ problem }) => problem === undefined);
      if (fitting.length === 0) refuseReply(checked[0]?.problem ?? "");
      queue.push({ reply, left: times, routes: new Set(fitting.map(({ placed }) => keyOf(placed))) });
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
  document: OpenApiDocument,
  placed: PlacedOperation,
  { status, example, body, headers = {} }: Reply,
  validateBody: ValidateBody,
): string | undefined {
  const key = findKey(placed, status) ?? "";
  const found = placed.operation.responses?.[key];
  const { content = {} }: Partial<Response> = found ? dereference(document, found) : {};
  const response = `response ${key} of ${nameOf(placed)}`;
  const examples = Object.values(content).flatMap(({ examples = {} }: MediaType) => Object.keys(examples));
  if (example !== undefined && !examples.includes(example)) {
    return `${response} has no example "${example}"; it has ${examples.join(", ") || "none"}`;
  }
  const wanted = mediaTypeOf(headers);
  if (body === undefined && wanted === undefined) return undefined;
  const mediaTypes = Object.keys(content);
  if (mediaTypes.length === 0) return `${response} has no body`;
  const mediaType = mediaTypes.find((type) => wanted === undefined || essenceOf(type) === wanted);
  if (mediaType === undefined) return `${response} is ${mediaTypes.join(", ")}, not ${wanted}`;
  if (body === undefined) return undefined;
  const [problem] = validateBody(placed, status, mediaType, body);
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

/** Returns the key in `responses` that covers the status: exact, range or default. */
function findKey({ operation }: PlacedOperation, status: number): string | undefined {
  // Statuses below 200 do not end an exchange.
  if (!Number.isInteger(status) || status < 200 || status > 599) return undefined;
  const candidates = [String(status), `${String(status)[0]}XX`, "default"];
  return candidates.find((candidate) => operation.responses?.[candidate] !== undefined);
}

function listKeys(operations: PlacedOperation[]): string {
  return operations
    .map((placed) => `${nameOf(placed)} ${Object.keys(placed.operation.responses ?? {}).join(", ")}`)
    .join("; ");
}

function nameOf({ operation, method, path }: PlacedOperation): string {
  return operation.operationId ?? `${method.toUpperCase()} ${path}`;
}

function keyOf({ method, path }: Route): string {
  return `${method} ${path}`;
}
