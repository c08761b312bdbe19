import type { WireRequest } from "../http/request.ts";
import type { ReportedSource } from "../report/report.ts";
import type { TestCase } from "../test-case.ts";
import type { ChainedValue } from "./chained.ts";
import { isDestructive, isSafe } from "./order.ts";
import type { Resource, Resources } from "./resource.ts";
import type { Stock } from "./stock.ts";
import type { OrWhy, Thing } from "./thing.ts";
import { type Filling, fillTokens, hasToken } from "./tokens.ts";

/** What binding needs to know of a run. */
export interface BinderOptions {
  resources: Resources;
  /** Whether things that exist already may be changed, because the server is for tests. */
  mayChangeFound: boolean;
}

/** Gives the thing that all test cases of a user share. */
export type Share = (
  user: string,
  value: Pick<ChainedValue, "resource" | "accepts">,
  mayFind: boolean,
) => Promise<OrWhy<Thing>>;

/** A request with the values of things, and the thing of its path. */
interface BoundRequest {
  request: WireRequest;
  thing: Thing | undefined;
}

/** Puts values of things into requests, and keeps where they came from. */
export function createBinder({ resources, mayChangeFound }: BinderOptions, stock: Stock, share: Share) {
  const sources = new Map<string, ReportedSource>();

  /** A thing for a value: one of its own for a request that may destroy it, else the one that others have too. */
  const takeFor = ({ operation, chained, parallel = false }: TestCase, value: ChainedValue) => {
    const { resource, accepts } = value;
    const mayFind = isSafe(operation) || mayChangeFound;
    if (value.in !== "path") return share("", value, mayFind);
    if (chained?.state === "deleted") return stock.takeDeleted(resource, accepts);
    if (chained?.state === "own") return stock.take(resource, accepts, { mayFind, isReused: false, isVaried: true });
    const isAlone = isDestructive(operation, resources) || (parallel && !isSafe(operation));
    if (isAlone) return stock.take(resource, accepts, { mayFind, isReused: false });
    // What changes nothing may share one thing with everybody, which has all that chains made inside it.
    return share(isSafe(operation) ? "" : operation.id, value, mayFind);
  };
  /** Notes where a value comes from. Returns whether the operation had one of a thing before. */
  const note = (
    { operation }: TestCase,
    { key: value, isOuter, resource }: ChainedValue,
    taken: OrWhy<Thing>,
  ): boolean => {
    const key = `${operation.id} ${value}`;
    if (sources.get(key)?.from !== undefined) return true;
    const how = isOuter ? `the ${resource.parent?.noun} that it is part of` : undefined;
    const from =
      "got" in taken ? { from: taken.got.source, how: how ?? taken.got.how } : { from: undefined, how: taken.why };
    sources.set(key, { operation: operation.id, value, ...from });
    return false;
  };

  return {
    async bindRequest(testCase: TestCase, request: WireRequest): Promise<OrWhy<BoundRequest>> {
      const { chained } = testCase;
      const taken = new Map<Resource, OrWhy<Thing>>();
      const fillings: Filling[] = [];
      let thing: Thing | undefined;
      for (const value of chained?.values.filter((one) => hasToken(request, one)) ?? []) {
        const own = taken.get(value.resource) ?? (await takeFor(testCase, value));
        taken.set(value.resource, own);
        const hadOne = note(testCase, value, own);
        // Without any, what the document shows may do; where there was one, only another is as good.
        if ("why" in own && (hadOne || chained?.state === "deleted")) return own;
        if ("got" in own && value.in === "path") thing = own.got;
        const filling = ("got" in own ? value.pick(own.got) : undefined) ?? value.fallback;
        if (filling === undefined) return { why: `no value of ${value.key} is known` };
        fillings.push({ chained: value, value: filling });
      }
      return { got: { request: fillTokens(request, fillings), thing } };
    },
    sources: () => [...sources.values()],
  };
}
