import type { ServerResponse } from "node:http";
import type { Caller, Tokens } from "./credentials.ts";
import type { Document, Operation } from "./document.ts";
import type { Answer, Refusal, Reply, Request, Violation } from "./message.ts";

/** A request on its way to the operation that serves it. */
export interface Call {
  request: Request;
  /** Template of the path. */
  path: string;
  /** The method of the operation in the document: `get` for HEAD too. */
  method: string;
  operation: Operation;
  /** What stands in the path for the template's parameters, and the query: encoded. */
  values: Record<string, string>;
  query: string;
  caller: Caller;
  /** By the names of the document. Absent ones are missing. */
  parameters: Record<string, unknown>;
  body: unknown;
}

/**
 * A provider: the document that it keeps and the steps from a request to an answer. A step is given all that it needs,
 * so that a fault can put another in its place and leave the rest as it is. Steps refuse by throwing a `Refusal`.
 */
export interface Provider {
  document: Document;
  tokens: Tokens;
  /** The greatest number of bytes of a request body. */
  largestBody: number;
  /** Aborted when the server closes. */
  closing: AbortSignal;

  /** Sees each request first and may change it. */
  receive(request: Request): Request;
  /** All steps from here to the answer. */
  respond(provider: Provider, request: Request): Answer | Promise<Answer>;
  /** Finds the operation of a request. */
  route(request: Request, document: Document): Call;
  authenticate(request: Request, tokens: Tokens): Caller;
  /** Refuses a caller who is known and has no right to the operation. */
  authorize(call: Call): void;
  negotiate(call: Call): void;
  checkMediaType(request: Request, accepted: string[]): void;
  decode(bytes: Buffer): string;
  parse(text: string): unknown;
  /** Sees a body after it was parsed and before it is validated, and may change it. */
  prepare(body: unknown, call: Call): unknown;
  validate(document: Document, pointer: string, value: unknown): Violation[];
  /** Serves a call that keeps the document. */
  serve(call: Call): Answer | Promise<Answer>;
  /** The answer to a request that is refused. */
  explain(refusal: Refusal): Answer;
  /** Sees each answer and may change it. */
  finish(answer: Answer, request: Request): Answer | Promise<Answer>;
  serialise(body: unknown, answer: Answer): string | Buffer;
  /** Sees each answer in bytes and may change it. */
  pack(reply: Reply, request: Request): Reply;
  send(reply: Reply, response: ServerResponse, request: Request): void;
}
