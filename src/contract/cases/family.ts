import type { Pointer } from "../../openapi/pointer.ts";
import type { Chained, ChainedValue } from "../chain/chained.ts";
import type { StandIn } from "../chain/stand-ins.ts";
import { keyOf } from "../chain/thing-path.ts";
import type { ContractOperation } from "../model/operation.ts";
import type { Keys } from "../model/security.ts";
import type { TestCase } from "../test-case.ts";
import type { BodyLocation } from "../values/body-locations.ts";

/** A family of test cases: all requests to an operation that vary the same thing. Pure. */
export type Family = (context: CaseContext) => Iterable<CaseDraft>;

/** A test case as its family writes it; the registry adds the operation, the family's name and the id. */
export interface CaseDraft
  extends Pick<TestCase, "title" | "setup" | "requests" | "parallel" | "expected" | "readsBack"> {
  /** Names the test case within its family and operation. */
  name: string;
  /** @default the operation's pointer */
  pointer?: Pointer | undefined;
  /** @default "operation" */
  target?: TestCase["target"];
  /** @default "variant" */
  role?: TestCase["role"];
  /** What the requests need the things to be that they are about. @default "alive" */
  things?: Chained["state"];
}

/** Completes a draft with the operation, the family's name, the id and the defaults. */
export function toTestCase(
  operation: ContractOperation,
  family: string,
  draft: CaseDraft,
  base?: BaseRequest | undefined,
): TestCase {
  const {
    name,
    pointer = operation.pointer,
    target = "operation",
    role = "variant",
    things = "alive",
    ...rest
  } = draft;
  const id = `${operation.id}/${family}/${name}`;
  const testCase = { id, family, operation, pointer, target, role, ...rest };
  if (!base || base.chained.length === 0) return testCase;
  const isAbout = (path: string) =>
    base.chained.some((value) => value.in === "path" && value.resource.key === keyOf(path));
  return { ...testCase, chained: { values: base.chained, state: things, isAbout } };
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
  keys: Keys;
  /** Every documented location of a valid body, including optional properties. */
  locations: BodyLocation[];
  /** The base body with all optional properties that are valid together. */
  fullBody: unknown;
  /** The same for the body in each other documented media type. */
  otherMediaTypes: CaseContext[];
}

/** The values of a valid request. */
export interface BaseRequest {
  /** The body's value; undefined if the operation has none. */
  body: unknown;
  /** Parameters to send, by `in` and name: `path id`. */
  parameters: ReadonlyMap<string, unknown>;
  /** The values that come from things, which are known only when a request is sent. */
  chained: readonly ChainedValue[];
  /** Whether request overrides supplied the values, so that they name things that exist. */
  isOverridden: boolean;
  /** What stands in bodies for values that come from things. */
  standIns: readonly StandIn[];
}
