import { UserError } from "../internal/user-error.ts";
import type { OpenApiDocument } from "../openapi/document.ts";
import { listOperations, type Operation } from "../openapi/operation.ts";
import type { Response } from "../openapi/responses.ts";
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

/** Which operation of the description. */
export type Place = Pick<Operation, "method" | "path">;

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
  const operations = listOperations(document);
  let queue: Waiting[] = [];
  return {
    ask(answer) {
      const malformed = findMalformed(answer);
      if (malformed !== undefined) refuse(malformed);
      const { times = 1, operation } = answer;
      const named = operation === undefined ? operations : operations.filter(({ id }) => id === operation);
      if (named.length === 0) {
        refuse(`no operation is called "${operation}"; there are: ${operations.map(({ id }) => id).join(", ")}`);
      }
      const judged = named.flatMap((one) => {
        const response = findResponse(one, answer.status);
        return response ? [{ operation: one, problem: findProblem(one, response, answer, judge) }] : [];
      });
      if (judged.length === 0) refuse(`no response ${answer.status} is described; there are: ${listStatuses(named)}`);
      const fitting = judged.filter(({ problem }) => problem === undefined);
      if (fitting.length === 0) refuse(judged[0]?.problem ?? "");
      queue.push({ answer, left: times, places: new Set(fitting.map((one) => keyOf(one.operation))) });
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

/** Why the response cannot be this answer. */
function findProblem(
  operation: Operation,
  response: Response,
  { status, example, body, headers = {} }: AskedAnswer,
  judge: JudgeBody,
): string | undefined {
  const where = `the response ${response.status} of ${operation.id}`;
  const examples = response.bodies.flatMap((one) => one.examples.flatMap(({ key }) => key ?? []));
  if (example !== undefined && !examples.includes(example)) {
    return `${where} has no example "${example}"; it has: ${examples.join(", ") || "none"}`;
  }
  const stated = mediaTypeOf(headers);
  if (body === undefined && stated === undefined) return undefined;
  const mediaTypes = response.bodies.map((one) => one.mediaType);
  if (mediaTypes.length === 0) return `${where} has no body`;
  const mediaType = mediaTypes.find((type) => stated === undefined || essenceOf(type) === stated);
  if (mediaType === undefined) return `${where} is not ${stated}; it is: ${mediaTypes.join(", ")}`;
  if (body === undefined) return undefined;
  const [fault] = judge(operation, status, mediaType, body);
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

function findResponse(operation: Operation, status: number): Response | undefined {
  // Of the statuses that HTTP has, those that end an exchange.
  return Number.isInteger(status) && status >= 200 && status <= 599 ? operation.responseFor(status) : undefined;
}

function listStatuses(operations: readonly Operation[]): string {
  return operations.map(({ id, responses }) => `${id} ${[...responses.keys()].join(", ")}`).join("; ");
}

function keyOf({ method, path }: Place): string {
  return `${method} ${path}`;
}
