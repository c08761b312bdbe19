import type { Pointer } from "../../openapi/pointer.ts";
import type { Expression, Template } from "../../openapi/runtime-expression.ts";

/** Which statuses fit a class of requests. */
export interface Fitting {
  /** Where the document has some of the first list, one of those is due; else of the second. */
  expected: readonly (readonly number[])[];
  /** Statuses that HTTP defines for the class: always acceptable, documented or not. */
  acceptable?: readonly number[];
  /** What servers commonly give: right where the document has it, at most a warning elsewhere. */
  common?: readonly number[];
}

/** The request classes, by what is unusual about the request; src/contract/README.md documents them. */
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
  idempotencyConflict: { expected: [[409, 422], [400]], acceptable: [409, 422] },
} as const satisfies Record<string, Fitting>;

/** The name of a request class. */
export type RequestClass = keyof typeof requestClasses;

/** Exact statuses by request class. */
export type ExactStatuses = Partial<Record<RequestClass, number[]>>;

/** A value of a response about which `x-contract` states something. */
export interface Stated {
  expression: Expression;
  /** The expression as the document has it. */
  text: string;
  /** Where the document states it. */
  pointer: Pointer;
}

/** A value of a response, and the value that it must equal. */
export interface Equation extends Stated {
  value: Template;
}

/** `x-contract`: what JSON Schema cannot state. */
export interface XContract {
  pointer: Pointer;
  /** Values that repeat a value of the request. */
  echoes: Equation[];
  /** Values that are made of others. */
  equals: Equation[];
  /** Values that differ between responses. */
  unique: Stated[];
  /** Times within a minute of the request. */
  recent: Stated[];
  /** Where a rejection of a body names the location that is wrong, as a JSON pointer. */
  errorPointer: Stated | undefined;
  /** Whether a property that a request omits comes back as its `default`. */
  defaults: boolean;
  /** The header that makes a request idempotent. */
  idempotencyKey: string | undefined;
  /** The exact statuses for a request class. */
  statuses: ExactStatuses;
}
