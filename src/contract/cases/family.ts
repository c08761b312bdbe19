import type { Pointer } from "../../openapi/pointer.ts";
import type { ContractOperation } from "../model/operation.ts";
import type { Token } from "../model/security.ts";
import type { TestCase } from "../test-case.ts";
import type { BodyLocation } from "../values/body-locations.ts";

/** A family of test cases: all requests to an operation that vary the same thing. Pure. */
export type Family = (context: CaseContext) => Iterable<CaseDraft>;

/** A test case as its family yields it; the registry adds the operation, the family's name and the id. */
export interface CaseDraft extends Pick<TestCase, "title" | "setup" | "requests" | "parallel" | "expected"> {
  /** Names the test case within its family and operation. */
  name: string;
  /** @default the operation's pointer */
  pointer?: Pointer | undefined;
  /** @default "operation" */
  target?: TestCase["target"];
  /** @default "variant" */
  role?: TestCase["role"];
}

/** Completes a draft with the operation, the family's name, the id and the defaults. */
export function toTestCase(operation: ContractOperation, family: string, draft: CaseDraft): TestCase {
  const { name, pointer = operation.pointer, target = "operation", role = "variant", ...rest } = draft;
  return { id: `${operation.id}/${family}/${name}`, family, operation, pointer, target, role, ...rest };
}

/** What a family makes its test cases from. */
export interface CaseContext {
  operation: ContractOperation;
  /** A request that is known, or assumed, to be valid. */
  base: BaseRequest;
  /** Precedes every path, without a final slash. */
  basePath: string;
  seed: number;
  /** Differs from run to run, for values that a server remembers. @default the same in all runs */
  runId?: string | undefined;
  token: Token;
  /** Every documented location of a valid body, including optional properties. */
  locations: BodyLocation[];
  /** The base body with all optional properties that are valid together. */
  fullBody: unknown;
}

/** The values of a valid request. */
export interface BaseRequest {
  /** The body's value; undefined if the operation has none. */
  body: unknown;
  /** Parameters to send, by `in` and name: `path id`. */
  parameters: ReadonlyMap<string, unknown>;
  /** Whether request overrides supplied the values, so that they name things that exist. */
  isOverridden: boolean;
}
