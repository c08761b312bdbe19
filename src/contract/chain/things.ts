import type { Exchange } from "../http/client.ts";
import type { WireRequest } from "../http/request.ts";
import type { ReportedSource } from "../report/report.ts";
import type { TestCase } from "../test-case.ts";
import { createBinder, type Share } from "./bind-request.ts";
import { createMaker, type MakerOptions, type Resolve } from "./maker.ts";
import { isSafe } from "./order.ts";
import { createStock, type Stock } from "./stock.ts";
import type { OrWhy, Thing, ThingCount } from "./thing.ts";
import type { Filling } from "./tokens.ts";

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

/** So many requests in a row without a response, and no more are sent for things. */
const maxLost = 3;

/** Things of a run in which none has been made. */
export function createThings(options: ThingsOptions): Things {
  const { resources, mayCreate } = options;
  let requests = 0;
  /** Requests in a row that got no response: a server that is gone is not waited for again and again. */
  let lost: Exchange[] = [];
  const send = async (request: WireRequest): Promise<Exchange> => {
    const [last] = lost.slice(maxLost - 1);
    if (last) return { ...last, request };
    requests++;
    const exchange = await options.send(request);
    lost = exchange.response ? [] : [...lost, exchange];
    return exchange;
  };
  const maker = createMaker({ ...options, send });
  /** The thing that an operation's test cases share, by operation and resource. */
  const shared = new Map<string, Thing>();
  /** The thing of the path of each request of a test case. */
  const used = new WeakMap<TestCase, (Thing | undefined)[]>();

  const share: Share = async (user, value, mayFind) => {
    const key = `${user} ${value.resource.key}`;
    const known = shared.get(key);
    if (known?.isAlive) return { got: known };
    const fresh = await stock.take(value.resource, value.accepts, { mayFind, isReused: true });
    if ("got" in fresh) shared.set(key, fresh.got);
    return fresh;
  };
  /** Values for the requests of the chains themselves: one thing serves them all. */
  const resolve: Resolve = async (values) => {
    const resolved: Filling[] = [];
    for (const chained of values) {
      const shares = await share("", chained, true);
      if ("why" in shares && chained.fallback === undefined) return shares;
      const value = ("got" in shares ? chained.pick(shares.got) : undefined) ?? chained.fallback;
      resolved.push({ chained, value });
    }
    return { got: resolved };
  };
  const forget = (thing: Thing) => {
    for (const [key, own] of shared) if (own === thing) shared.delete(key);
  };
  const isInUse = (thing: Thing) => [...shared.values()].includes(thing);
  const stock: Stock = createStock({ ...options, isInUse, resolve }, maker);
  const { bindRequest, sources } = createBinder(options, stock, share);

  return {
    async bind(testCase) {
      await stock.trim();
      const listed = resources.listedBy(testCase.operation);
      // An empty list shows little.
      if (listed && listed.creators.length > 0) await share("", { resource: listed, accepts: () => true }, false);
      if (!testCase.chained) return { got: testCase };
      const all = [];
      for (const request of [...(testCase.setup ?? []), ...testCase.requests]) {
        const one = await bindRequest(testCase, request);
        if ("why" in one) return one;
        all.push(one.got);
      }
      const bound = all.slice(testCase.setup?.length ?? 0);
      const setup = all.slice(0, -bound.length).map(({ request }) => request);
      const things = bound.flatMap(({ thing }) => thing ?? []);
      const madeBy = things.find(({ isOurs }) => isOurs)?.source;
      const areUntouched = things.every(({ isTouched }) => !isTouched);
      const chained = { ...testCase.chained, madeBy, areUntouched };
      const got = {
        ...testCase,
        requests: bound.map(({ request }) => request),
        ...(testCase.setup && { setup }),
        chained,
      };
      used.set(
        got,
        bound.map(({ thing }) => thing),
      );
      return { got };
    },
    settle(testCase, exchanges) {
      const { operation, target } = testCase;
      for (const [index, { request, response }] of exchanges.entries()) {
        const thing = used.get(testCase)?.[index];
        if (!thing || isSafe(request)) continue;
        thing.isTouched = true;
        if (isGone(testCase, request, response?.status)) stock.noteGone(thing);
        if (mayBeBroken(testCase, response?.status)) forget(thing);
      }
      const made = mayCreate && target === "operation" ? resources.madeBy(operation) : undefined;
      if (made) stock.noteMade(made, operation.id, exchanges);
    },
    async clear() {
      shared.clear();
      // The server may be back.
      lost = [];
      await stock.clear();
    },
    get requests() {
      return requests;
    },
    get count() {
      return stock.count;
    },
    get sources() {
      return sources();
    },
  };
}

/** Whether the thing of the path is gone after a request: it was deleted, or it was not there. */
function isGone({ target }: TestCase, { method }: WireRequest, status: number | undefined): boolean {
  if (method !== "DELETE" || status === undefined || status === 202) return false;
  return status < 300 || (target === "operation" && (status === 404 || status === 410));
}

/** What must be refused and was not has left nobody knows what, and so has a valid request that the thing's state refuses. */
function mayBeBroken({ expected, target }: TestCase, status: number | undefined): boolean {
  if (status === undefined || status >= 500) return true;
  if (status < 300) return expected.outcome === "refusal";
  return target === "operation" && [404, 409, 410].includes(status);
}
