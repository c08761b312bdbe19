import type { Pointer } from "../openapi/pointer.ts";
import type { Chained } from "./chain/chained.ts";
import type { WireRequest } from "./http/request.ts";
import type { ContractOperation } from "./model/operation.ts";
import type { RequestClass } from "./model/x-contract.ts";

/** One or several requests, and the expected response. */
export interface TestCase {
  /** `createOrder/required/name`: unique in a document, and the same in every run with the same seed. */
  id: string;
  /** Name of its family, as in `cases/index.ts`. */
  family: string;
  /** What is sent, in words: "`name` is absent". */
  title: string;
  operation: ContractOperation;
  /** One, except in test cases about repetition and concurrency. */
  requests: WireRequest[];
  /** Requests to send before, whose responses are not checked. If one fails, the test case is skipped. @default none */
  setup?: WireRequest[];
  /** Whether to send several requests at once, each on its own connection. @default false */
  parallel?: boolean;
  expected: Expected;
  /** Whether the requests call the operation, so that its responses apply, or another method or path. */
  target: "operation" | "elsewhere";
  /** `baseline`: the valid request that all variants are made from; `probe`: the same request again, after variants. */
  role: "baseline" | "probe" | "variant";
  /** Where the document states the expectation. */
  pointer: Pointer;
  /** Whether the first request changes a thing, and the second one reads it. Default: false. */
  readsBack?: boolean;
  /** The values of things that exist, which are put into the requests when they are sent. */
  chained?: Chained | undefined;
}

/** The expected response. */
export type Expected =
  /** A documented success. */
  | { outcome: "success"; basis: Basis; class?: RequestClass }
  /** A refusal that fits the class; `common` are statuses for this request besides the class's own. */
  | { outcome: "refusal"; basis: Basis; class: RequestClass; common?: readonly number[] }
  /** Anything that is well formed; the description leaves it open. */
  | { outcome: "open"; class?: RequestClass };

/**
 * Where the expectation comes from. `document`: the document says so; breaking it is an error. `recommendation`: an RFC or
 * good practice asks for it; breaking it is a warning, unless the operation's `x-contract` states the class's status.
 */
export type Basis = "document" | "recommendation";
