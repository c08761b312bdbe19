import { UserError } from "../../internal/user-error.ts";
import { type Pointer, pointTo } from "../../openapi/pointer.ts";

/** Which statuses fit a class of requests. */
export interface Fitting {
  /** Where the document has some of the first list, one of those is due; else of the second. */
  expected: readonly (readonly number[])[];
  /** What HTTP itself has for the class: never wrong, documented or not. */
  acceptable?: readonly number[];
  /** What servers commonly give: right where the document has it, at most a warning elsewhere. */
  common?: readonly number[];
}

/** The classes of requests, by what is odd about them; src/contract/README.md documents them. */
export const requestClasses = {
  body: { expected: [[400, 422]] },
  borderline: { expected: [[400, 422]] },
  missingBody: { expected: [[400, 422]], common: [400, 422] },
  syntax: { expected: [[400, 422]], common: [400, 422] },
  duplicateKeys: { expected: [[400, 422]] },
  invalidUtf8: { expected: [[400, 422]] },
  byteOrderMark: { expected: [[400, 422]] },
  loneSurrogate: { expected: [[400, 422]] },
  nullCharacter: { expected: [[400, 422]] },
  hugeNumber: { expected: [[400, 422]] },
  depth: { expected: [[400, 413, 422]], acceptable: [413] },
  size: { expected: [[413], [400, 422]], acceptable: [413] },
  mediaType: { expected: [[415], [400, 422]], acceptable: [415] },
  similarMediaType: { expected: [[415], [400, 422]], acceptable: [415] },
  missingMediaType: { expected: [[415], [400, 422]], acceptable: [415, 400] },
  charset: { expected: [[415], [400, 422]], acceptable: [415, 400] },
  contentEncoding: { expected: [[415], [400, 422]], acceptable: [415, 400] },
  credentials: { expected: [[401, 403]], acceptable: [401] },
  missingCredentials: { expected: [[401, 403]], acceptable: [401], common: [400] },
  credentialsWithBadBody: { expected: [[400, 401, 403, 422]], acceptable: [400, 401], common: [422] },
  credentialsTwice: { expected: [[400, 401, 403]], acceptable: [400, 401] },
  credentialsInQuery: { expected: [[401, 403]], acceptable: [400, 401] },
  lowerCaseScheme: { expected: [[401, 403]], acceptable: [401] },
  credentialsInCookie: { expected: [[401, 403]], acceptable: [400, 401] },
  parameter: { expected: [[400, 422]] },
  pathParameter: { expected: [[400, 422]], acceptable: [404] },
  unknownResource: { expected: [[404, 410]], acceptable: [404, 410] },
  deletedResource: { expected: [[404, 410]], acceptable: [404, 410] },
  unknownParameter: { expected: [[400, 422]], acceptable: [400, 404] },
  accept: { expected: [[406]], acceptable: [406] },
  acceptZero: { expected: [[406]], acceptable: [406] },
  acceptRange: { expected: [[406]], acceptable: [406] },
  quotedCharset: { expected: [[415], [400, 422]], acceptable: [415] },
  identityEncoding: { expected: [[415], [400, 422]], acceptable: [415] },
  chunkedBody: { expected: [[411], [400]], acceptable: [411] },
  expectContinue: { expected: [[417], [400]], acceptable: [417] },
  capitalUuid: { expected: [[400, 422]], acceptable: [404] },
  method: { expected: [[405]], acceptable: [404, 405, 501] },
  path: { expected: [[404]], acceptable: [404] },
} as const satisfies Record<string, Fitting>;

/** The name of a class of requests. */
export type RequestClass = keyof typeof requestClasses;

/** Exact statuses by class of request. */
export type ExactStatuses = Partial<Record<RequestClass, number[]>>;

/** `x-contract`: what JSON Schema cannot say. */
export interface XContract {
  pointer: Pointer;
  /** Locations in the response body, and the locations in the request body whose values they repeat. */
  echoes: [answer: Pointer, request: Pointer][];
  /** Locations in the response body whose values differ from call to call. */
  unique: Pointer[];
  /** The exact statuses for a request class. */
  answers: ExactStatuses;
}

/**
 * Reads an operation's `x-contract`.
 *
 * @throws {UserError} exit code 2, where it says what is not documented.
 */
export function readXContract(value: unknown, operation: Pointer): XContract {
  const pointer = pointTo(operation, "x-contract");
  const xContract: XContract = { pointer, echoes: [], unique: [], answers: {} };
  if (value === undefined) return xContract;
  for (const [key, content] of entriesOf(value, pointer)) {
    const place = pointTo(pointer, key);
    if (key === "echoes")
      xContract.echoes = entriesOf(content, place).map(([to, from]) => [to, pointerIn(from, pointTo(place, to))]);
    else if (key === "unique") xContract.unique = listOf(content, place).map((item) => pointerIn(item, place));
    else if (key === "answers") xContract.answers = readAnswers(content, place);
    else refuse(place, "is unknown: x-contract has echoes, unique and answers");
  }
  for (const [to] of xContract.echoes) pointerIn(to, pointTo(pointer, "echoes"));
  return xContract;
}

function readAnswers(value: unknown, pointer: Pointer): ExactStatuses {
  const answers: ExactStatuses = {};
  for (const [name, status] of entriesOf(value, pointer)) {
    const place = pointTo(pointer, name);
    if (!Object.hasOwn(requestClasses, name)) {
      refuse(place, `is no class of requests; there are ${Object.keys(requestClasses).join(", ")}`);
    }
    const statuses = Array.isArray(status) ? status : [status];
    const numbers = statuses.map((item) =>
      /^[1-5]\d\d$/.test(String(item)) ? Number(item) : refuse(place, "must be a status, or a list of some"),
    );
    if (numbers.length === 0) refuse(place, "must be a status, or a list of some");
    answers[name as RequestClass] = numbers;
  }
  return answers;
}

function entriesOf(value: unknown, pointer: Pointer): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse(pointer, "must be an object");
  return Object.entries(value);
}

function listOf(value: unknown, pointer: Pointer): unknown[] {
  return Array.isArray(value) ? value : refuse(pointer, "must be a list");
}

function pointerIn(value: unknown, pointer: Pointer): Pointer {
  if (typeof value === "string" && /^(\/([^~/]|~[01])*)+$/.test(value)) return value;
  return refuse(pointer, `must hold JSON pointers such as /id, not ${JSON.stringify(value)}`);
}

function refuse(pointer: Pointer, problem: string): never {
  throw new UserError(`#${pointer} ${problem}.`, 2);
}
