import { UserError } from "../internal/user-error.ts";
import { dereference, type MediaType, type OpenApiDocument, type Response } from "../openapi/document.ts";
import { listOperations, type PlacedOperation } from "../openapi/operation.ts";
import { findMalformed } from "./malformed.ts";

/** An answer that the next requests shall get in place of the first success. */
export interface AskedAnswer {
  /** A status that the description has for the operation: by number, in a range such as `4XX`, or as `default`. */
  status: number;
  /** The operation that it is for, by its id. Default: the next request to any that describes the status. */
  operation?: string | undefined;
  /** How many requests get it. Default: 1. */
  times?: number | undefined;
  /** The name of a documented example of the response. Default: its first, or one made from its schema. */
  example?: string | undefined;
  /** The body, which the response's schema has to allow. Default: the example. */
  body?: unknown;
  /**
   * Headers beside those that the description documents: `{ "Retry-After": "1" }`. A `Content-Type` has to be one that the
   * response has.
   */
  headers?: Record<string, string> | undefined;
}

/** Where an operation stands in the description. */
export interface Place {
  /** Lower case. */
  method: string;
  path: string;
}

/** The answers that have been asked for and not been given yet, in the order in which they were asked for. */
export interface Answers {
  /** @throws {UserError} exit code 2, where the description has no such answer. */
  ask(answer: AskedAnswer): void;
  /** Forgets all that is left. */
  reset(): void;
  /** The answer that a request to this operation would get next. */
  next(place: Place): AskedAnswer | undefined;
  /** Notes that it was given. */
  giveOut(answer: AskedAnswer): void;
}

/** Says what the description does not allow in a body; empty where it allows it. */
export type JudgeBody = (place: Place, status: number, mediaType: string, body: unknown) => string[];

interface Waiting {
  answer: AskedAnswer;
  left: number;
  places: Set<string>;
}

/** An empty queue of answers for a mock of the document. */
export function createAnswers(document: OpenApiDocument, judge: JudgeBody): Answers {
  let queue: Waiting[] = [];
  return {
    ask(answer) {
      const malformed = findMalformed(answer);
      if (malformed !== undefined) refuse(malformed);
      const { times = 1, operation } = answer;
      const all = listOperations(document);
      const named = operation === undefined ? all : all.filter((placed) => nameOf(placed) === operation);
      if (named.length === 0) refuse(`no operation is called "${operation}"; there are: ${all.map(nameOf).join(", ")}`);
      const described = named.filter((placed) => findKey(placed, answer.status) !== undefined);
      if (described.length === 0) refuse(`no response ${answer.status} is described; there are: ${listKeys(named)}`);
      const judged = described.map((placed) => ({ placed, problem: findProblem(document, placed, answer, judge) }));
      const fitting = judged.filter(({ problem }) => problem === undefined);
      if (fitting.length === 0) refuse(judged[0]?.problem ?? "");
      queue.push({ answer, left: times, places: new Set(fitting.map(({ placed }) => keyOf(placed))) });
    },
    reset() {
      queue = [];
    },
    next(place) {
      return queue.find(({ places }) => places.has(keyOf(place)))?.answer;
    },
    giveOut(answer) {
      const waiting = queue.find((entry) => entry.answer === answer);
      if (waiting) waiting.left--;
      queue = queue.filter(({ left }) => left > 0);
    },
  };
}

function refuse(problem: string): never {
  throw new UserError(`The mock cannot be asked for this answer: ${problem}.`, 2);
}

/** Why the response that the status has cannot be this answer. */
function findProblem(
  document: OpenApiDocument,
  placed: PlacedOperation,
  { status, example, body, headers = {} }: AskedAnswer,
  judge: JudgeBody,
): string | undefined {
  const key = findKey(placed, status) ?? "";
  const found = placed.operation.responses?.[key];
  const { content = {} }: Partial<Response> = found ? dereference(document, found) : {};
  const where = `the response ${key} of ${nameOf(placed)}`;
  const examples = Object.values(content).flatMap(({ examples = {} }: MediaType) => Object.keys(examples));
  if (example !== undefined && !examples.includes(example)) {
    return `${where} has no example "${example}"; it has: ${examples.join(", ") || "none"}`;
  }
  const stated = mediaTypeOf(headers);
  if (body === undefined && stated === undefined) return undefined;
  const mediaTypes = Object.keys(content);
  if (mediaTypes.length === 0) return `${where} has no body`;
  const mediaType = mediaTypes.find((type) => stated === undefined || essenceOf(type) === stated);
  if (mediaType === undefined) return `${where} is not ${stated}; it is: ${mediaTypes.join(", ")}`;
  if (body === undefined) return undefined;
  const [fault] = judge(placed, status, mediaType, body);
  return fault && `the body does not fit ${where} (${fault})`;
}

/** The media type that the headers state, without its parameters. */
function mediaTypeOf(headers: Record<string, string>): string | undefined {
  const stated = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type");
  return stated && essenceOf(stated[1]);
}

/** `text/html` of `Text/HTML; charset=utf-8`. */
function essenceOf(mediaType: string): string {
  return mediaType.replace(/;.*/, "").trim().toLowerCase();
}

/** The response that a status has: its own, its range's or the default. */
function findKey({ operation }: PlacedOperation, status: number): string | undefined {
  // Of the statuses that HTTP has, those that end an exchange.
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

function keyOf({ method, path }: Place): string {
  return `${method} ${path}`;
}
