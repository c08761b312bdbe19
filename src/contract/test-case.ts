import type { Pointer } from "../openapi/pointer.ts";
import type { Chained } from "./chain/chained.ts";
import type { WireRequest } from "./http/request.ts";
import type { ContractOperation } from "./model/operation.ts";
import type { RequestClass } from "./model/x-contract.ts";

/** What a server is asked, and what it owes. */
export interface TestCase {
  /** `createOrder/required/name`: unique in a document, the same in every run with the same seed. */
  id: string;
  /** Name of its family, as in `cases/index.ts`. */
  family: string;
  /** What is sent, in words, as in: `name` is missing. */
  title: string;
  operation: ContractOperation;
  /** One, but for cases about repetition and concurrency. */
  requests: WireRequest[];
  /** Whether several requests go out at once, each on its own connection. Default: one after the other. */
  parallel?: boolean;
  expected: Expected;
  /** Whether the requests are the operation's own, so that its responses apply, or go to another method or path. */
  target: "operation" | "elsewhere";
  /** `baseline`: the valid request that all variants are made from; `probe`: the same again, after variants. */
  role: "baseline" | "probe" | "variant";
  /** What the description says about it. */
  pointer: Pointer;
  /** Whether the first request changes a thing, and the second one reads it. Default: false. */
  readsBack?: boolean;
  /** The values of things that exist, which are put into the requests when they are sent. */
  chained?: Chained | undefined;
}

/** What a case's answer must be. */
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
