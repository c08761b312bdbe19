import { UserError } from "../../internal/user-error.ts";
import { type Pointer, pointTo } from "../../openapi/pointer.ts";
import type { Hints } from "./operation.ts";

/** Which statuses fit a class of requests. */
interface Fitting {
  /** Where the document has some of the first list, one of those is due; else of the second. */
  due: readonly (readonly number[])[];
  /** What HTTP itself has for the class: never wrong, documented or not. */
  natural?: readonly number[];
}

/** The classes of requests, by what is odd about them; src/contract/README.md documents them. */
export const requestClasses = {
  body: { due: [[400, 422]] },
  borderline: { due: [[400, 422]] },
  missingBody: { due: [[400, 422]] },
  syntax: { due: [[400, 422]] },
  duplicateKeys: { due: [[400, 422]] },
  invalidUtf8: { due: [[400, 422]] },
  byteOrderMark: { due: [[400, 422]] },
  loneSurrogate: { due: [[400, 422]] },
  nullCharacter: { due: [[400, 422]] },
  hugeNumber: { due: [[400, 422]] },
  depth: { due: [[400, 413, 422]], natural: [413] },
  size: { due: [[413], [400, 422]], natural: [413] },
  mediaType: { due: [[415], [400, 422]], natural: [415] },
  similarMediaType: { due: [[415], [400, 422]], natural: [415] },
  missingMediaType: { due: [[415], [400, 422]], natural: [415, 400] },
  charset: { due: [[415], [400, 422]], natural: [415, 400] },
  contentEncoding: { due: [[415], [400, 422]], natural: [415, 400] },
  credentials: { due: [[401, 403]], natural: [401] },
  missingCredentials: { due: [[401, 403]], natural: [401] },
  credentialsWithBadBody: { due: [[400, 401, 403, 422]], natural: [401] },
  credentialsTwice: { due: [[400, 401, 403]], natural: [400, 401] },
  credentialsInQuery: { due: [[401, 403]], natural: [400, 401] },
  lowerCaseScheme: { due: [[401, 403]], natural: [401] },
  credentialsInCookie: { due: [[401, 403]], natural: [400, 401] },
  parameter: { due: [[400, 422]] },
  pathParameter: { due: [[400, 422]], natural: [404] },
  unknownResource: { due: [[404, 410]], natural: [404, 410] },
  unknownParameter: { due: [[400, 422]], natural: [400, 404] },
  accept: { due: [[406]], natural: [406] },
  acceptZero: { due: [[406]], natural: [406] },
  acceptRange: { due: [[406]], natural: [406] },
  quotedCharset: { due: [[415], [400, 422]], natural: [415] },
  identityEncoding: { due: [[415], [400, 422]], natural: [415] },
  chunkedBody: { due: [[411], [400]], natural: [411] },
  expectContinue: { due: [[417], [400]], natural: [417] },
  capitalUuid: { due: [[400, 422]], natural: [404] },
  method: { due: [[405]], natural: [404, 405, 501] },
  path: { due: [[404]], natural: [404] },
} as const satisfies Record<string, Fitting>;

/** The name of a class of requests. */
export type RequestClass = keyof typeof requestClasses;

/** Exact statuses by class of request. */
export type Answers = Partial<Record<RequestClass, number[]>>;

/**
 * Reads an operation's `x-contract`.
 *
 * @throws {UserError} exit code 2, where it says what is not documented.
 */
export function readHints(value: unknown, operation: Pointer): Hints {
  const pointer = pointTo(operation, "x-contract");
  const hints: Hints = { pointer, echoes: [], unique: [], answers: {} };
  if (value === undefined) return hints;
  for (const [key, content] of entriesOf(value, pointer)) {
    const place = pointTo(pointer, key);
    if (key === "echoes")
      hints.echoes = entriesOf(content, place).map(([to, from]) => [to, pointerIn(from, pointTo(place, to))]);
    else if (key === "unique") hints.unique = listOf(content, place).map((item) => pointerIn(item, place));
    else if (key === "answers") hints.answers = readAnswers(content, place);
    else refuse(place, "is unknown: x-contract has echoes, unique and answers");
  }
  for (const [to] of hints.echoes) pointerIn(to, pointTo(pointer, "echoes"));
  return hints;
}

function readAnswers(value: unknown, pointer: Pointer): Answers {
  const answers: Answers = {};
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
