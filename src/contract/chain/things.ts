import type { Exchange } from "../http/client.ts";
import type { WireRequest } from "../http/request.ts";
import type { ReportedSource } from "../report/report.ts";
import type { TestCase } from "../test-case.ts";
import { parameterKey } from "../values/parameters.ts";
import { type ChainedValue, fillTokens, hasToken } from "./chained.ts";
import { createMaker, type MakerOptions, type Resolve } from "./maker.ts";
import { isDestructive, isSafe } from "./order.ts";
import type { Resource } from "./resources.ts";
import { createStock, type Stock } from "./stock.ts";
import type { OrWhy, Thing, ThingCount } from "./thing.ts";

/** What things need of a run. */
export interface ThingsOptions extends MakerOptions {
  /** Whether operations that change something may be called. */
  mayCreate: boolean;
  /** Things that may be alive at the same time; undefined for any number. */
  maxThings: number | undefined;
  /** Whether things that exist already may be changed, because the server is for tests. */
  mayChangeFound: boolean;
}

/** The things that test cases work with. */
export interface Things {
  /** Puts the values of things into the requests of a test case, or says why it cannot be sent. */
  bind(testCase: TestCase): Promise<OrWhy<TestCase>>;
  /** Notes what the exchanges of a test case did to things, and what they made. */
  settle(testCase: TestCase, exchanges: readonly Exchange[]): void;
  /** Deletes what was made, as far as it can be. */
  clear(): Promise<void>;
  /** Requests that all of this took so far. */
  readonly requests: number;
  readonly count: ThingCount;
  /** Where values came from, once for each value of an operation. */
  readonly sources: ReportedSource[];
}

/** Things of a run in which none has been made. */
export function createThings(options: ThingsOptions): Things {
  const { resources, mayCreate, mayChangeFound } = options;
  let requests = 0;
  const send = async (request: WireRequest) => {
    requests++;
    return options.send(request);
  };
  const maker = createMaker({ ...options, send });
  /** The thing that an operation's test cases share, by operation and resource. */
  const shared = new Map<string, Thing>();
  const used = new WeakMap<TestCase, Thing[][]>();
  const sources = new Map<string, ReportedSource>();

  const share = async (user: string, value: ChainedValue, mayFind: boolean): Promise<OrWhy<Thing>> => {
    const key = `${user} ${value.resource.key}`;
    const known = shared.get(key);
    if (known?.isAlive) return { got: known };
    const fresh = await stock.take(value.resource, value.parameter, { mayFind, isReused: true });
    if ("got" in fresh) shared.set(key, fresh.got);
    return fresh;
  };
  /** Values for the requests of the chains themselves: one thing serves them all. */
  const resolve: Resolve = async (values) => {
    const resolved: [string, unknown][] = [];
    for (const value of values) {
      const shares = await share("", value, true);
      if ("why" in shares) return shares;
      resolved.push([value.token, shares.got.values[value.position]]);
    }
    return { got: resolved };
  };

  const isInUse = (thing: Thing) => [...shared.values()].includes(thing);
  const stock: Stock = createStock({ ...options, isInUse, resolve }, maker);

  const bindRequest = async (testCase: TestCase, request: WireRequest) => {
    const { operation, chained, parallel = false } = testCase;
    const values = (chained?.values ?? []).filter((value) => hasToken(request, value));
    const isAlone = isDestructive(operation, resources) || (parallel && !isSafe(operation));
    const things = new Map<Resource, OrWhy<Thing>>();
    const filled: [string, unknown][] = [];
    for (const value of values) {
      const { resource, parameter, position, token } = value;
      const isInPath = parameter.in === "path";
      const mayFind = isSafe(operation) || mayChangeFound;
      const take = () => {
        if (isInPath && chained?.state === "deleted") return stock.takeDeleted(resource, parameter);
        if (isInPath && isAlone) return stock.take(resource, parameter, { mayFind, isReused: false });
        return share(isInPath ? operation.id : "", value, mayFind);
      };
      const taken = things.get(resource) ?? (await take());
      things.set(resource, taken);
      const hadOne = note(testCase, value, taken);
      // Without any, what the document shows may do; where there was one, only another is as good.
      if ("why" in taken && (hadOne || chained?.state === "deleted")) return taken;
      const own = "got" in taken ? taken.got.values[position] : chained?.fallbackOf(parameter);
      if (own === undefined) return { why: `no value of ${parameter.name} is known` };
      filled.push([token, own]);
    }
    const got = [...things.values()].flatMap((taken) => ("got" in taken ? [taken.got] : []));
    return { got: { request: fillTokens(request, filled), things: got } };
  };
  /** Notes where a value comes from. Returns whether the operation had one of a thing. */
  const note = ({ operation }: TestCase, { parameter }: ChainedValue, taken: OrWhy<Thing>): boolean => {
    const value = parameterKey(parameter);
    const key = `${operation.id} ${value}`;
    if (sources.get(key)?.from !== undefined) return true;
    const from = "got" in taken ? { from: taken.got.source, how: taken.got.how } : { from: undefined, how: taken.why };
    sources.set(key, { operation: operation.id, value, ...from });
    return false;
  };

  return {
    async bind(testCase) {
      await stock.trim();
      if (!testCase.chained) return { got: testCase };
      const bound = [];
      for (const request of testCase.requests) {
        const one = await bindRequest(testCase, request);
        if ("why" in one) return one;
        bound.push(one.got);
      }
      const [first] = bound.flatMap(({ things }) => things);
      const chained = { ...testCase.chained, madeBy: first?.isOurs ? first.source : undefined };
      const got = { ...testCase, requests: bound.map(({ request }) => request), chained };
      used.set(
        got,
        bound.map(({ things }) => things),
      );
      return { got };
    },
    settle(testCase, exchanges) {
      const { operation, target, expected } = testCase;
      for (const [index, { request, response }] of exchanges.entries()) {
        const status = response?.status;
        const isDone = status !== undefined && status < 300;
        const [thing] = used.get(testCase)?.[index] ?? [];
        const isMissing = target === "operation" && (status === 404 || status === 410);
        const isGone = request.method === "DELETE" && (isDone || isMissing);
        if (thing && isGone && status !== 202) stock.noteGone(thing);
        // What must be refused and was not has left nobody knows what.
        const isBroken = status === undefined || status >= 500 || (isDone && expected.outcome === "refusal");
        if (thing && isBroken && !isSafe(request))
          for (const [key, own] of shared) if (own === thing) shared.delete(key);
      }
      const made = mayCreate && target === "operation" ? resources.madeBy(operation) : undefined;
      if (made) stock.noteMade(made, operation.id, exchanges);
    },
    async clear() {
      shared.clear();
      await stock.clear();
    },
    get requests() {
      return requests;
    },
    get count() {
      return stock.count;
    },
    get sources() {
      return [...sources.values()];
    },
  };
}
