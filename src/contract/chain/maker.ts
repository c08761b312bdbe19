import type { Operation } from "../../openapi/operation.ts";
import { compilePathTemplate } from "../../openapi/path-template.ts";
import type { CaseContext } from "../cases/family.ts";
import { buildRequest } from "../cases/request.ts";
import type { Exchange } from "../http/client.ts";
import type { WireRequest } from "../http/request.ts";
import { decodePercent } from "../model/decode-percent.ts";
import { pathBelow } from "../model/request-path.ts";
import type { ChainedValue } from "./chained.ts";
import { freshBody } from "./fresh-body.ts";
import { readThings } from "./read-things.ts";
import type { Resource, Resources } from "./resource.ts";
import type { OrWhy, Thing } from "./thing.ts";
import { thingPaths } from "./thing-path.ts";
import { type Filling, fillTokens, hasToken } from "./tokens.ts";

/** What making things needs of a run. */
export interface MakerOptions {
  resources: Resources;
  /** Precedes every path in a request that was sent. */
  basePath: string;
  /** What requests of an operation are made from; undefined where none can be made. */
  contextOf(operation: Operation): CaseContext | undefined;
  /** Whether the operation may be called at all. */
  isCallable(operation: Operation): boolean;
  send(request: WireRequest): Promise<Exchange>;
}

/** Gives a value to each of an operation's tokens, or says why it cannot. */
export type Resolve = (values: readonly ChainedValue[]) => Promise<OrWhy<Filling[]>>;

/** Makes, finds and deletes things, a request or two for each. */
export interface Maker {
  /** @param isVaried Whether every second thing may have all that it can have. */
  make(
    resource: Resource,
    accepts: (value: unknown) => boolean,
    resolve: Resolve,
    isVaried: boolean,
  ): Promise<OrWhy<Thing>>;
  find(resource: Resource, accepts: (value: unknown) => boolean, resolve: Resolve): Promise<OrWhy<Thing[]>>;
  /** Deletes a thing. The status, or why there is none. */
  remove(thing: Thing, resolve: Resolve): Promise<OrWhy<number>>;
  /** The things that an exchange names. */
  read(resource: Resource, source: Operation, exchange: Exchange, accepts: (value: unknown) => boolean): Thing[];
}

/** A maker that has made nothing yet. */
export function createMaker({ resources, basePath, contextOf, isCallable, send }: MakerOptions): Maker {
  let made = 0;
  /** Operations that refuse a body with texts of our own. */
  const picky = new Set<string>();

  const call = async (operation: Operation, resolve: Resolve, body?: (context: CaseContext) => unknown) => {
    if (!isCallable(operation)) return { why: `${operation.id} is excluded` };
    const context = contextOf(operation);
    if (!context) return { why: `no valid request of ${operation.id} is known` };
    const request = buildRequest(context, body && context.base.body !== undefined ? { body: body(context) } : {});
    const resolved = await resolve(context.base.chained.filter((value) => hasToken(request, value)));
    return "why" in resolved ? resolved : { got: await send(fillTokens(request, resolved.got)) };
  };
  const read: Maker["read"] = (resource, source, exchange, accepts) => {
    const outer = outerValues(resource, source, exchange.request, basePath);
    return readThings({ resource, source, exchange, outer, basePath, accepts }, resources).map((ids) => ({
      ...ids,
      resource,
      source: source.id,
      isOurs: source.method !== "GET",
      isByCase: false,
      isAlive: true,
      isTouched: false,
    }));
  };

  return {
    read,
    async make(resource, accepts, resolve, isVaried) {
      let why = `no operation makes a ${resource.noun}`;
      for (const creator of resource.creators) {
        const name = `thing${++made}`;
        const isFull = isVaried && made % 2 === 0;
        const fresh = (context: CaseContext) => freshBody(context, name, resource.names.at(-1) ?? "", isFull);
        let called = await call(creator, resolve, picky.has(creator.id) ? undefined : fresh);
        if ("got" in called && isRefused(called.got) && !picky.has(creator.id)) {
          const plain = await call(creator, resolve);
          if ("got" in plain && isDone(plain.got) && !isFull) picky.add(creator.id);
          called = plain;
        }
        if ("why" in called) {
          why = called.why;
          continue;
        }
        const [thing] = isDone(called.got) ? read(resource, creator, called.got, accepts) : [];
        if (thing) return { got: thing };
        why = reasonOf(creator, called.got, `identifies no ${resource.noun}`);
      }
      return { why };
    },
    async find(resource, accepts, resolve) {
      let why = `no operation lists any ${resource.noun}`;
      for (const finder of resource.finders) {
        const called = await call(finder, resolve);
        if ("why" in called) {
          why = called.why;
          continue;
        }
        const things = isDone(called.got) ? read(resource, finder, called.got, accepts) : [];
        if (things.length > 0) return { got: things };
        why = reasonOf(finder, called.got, `names no ${resource.noun}`);
      }
      return { why };
    },
    async remove(thing, resolve) {
      const { deleter, noun } = thing.resource;
      if (!deleter) return { why: `no operation deletes a ${noun}` };
      const called = await call(deleter, async (values) => {
        const others = await resolve(values.filter((value) => value.in !== "path"));
        if ("why" in others) return others;
        const own = values.filter((value) => value.in === "path");
        return { got: [...others.got, ...own.map((chained) => ({ chained, value: chained.pick(thing) }))] };
      });
      if ("why" in called) return called;
      const { response, failure } = called.got;
      return response ? { got: response.status } : { why: `${deleter.id}: ${failure?.message ?? "no response"}` };
    },
  };
}

/** Whether something was done at once: 202 only promises it. */
function isDone({ response }: Exchange): boolean {
  return response !== undefined && response.status >= 200 && response.status <= 299 && response.status !== 202;
}

function isRefused({ response }: Exchange): boolean {
  return response !== undefined && response.status >= 400 && response.status <= 499;
}

function reasonOf({ id }: Operation, { response, failure }: Exchange, otherwise: string): string {
  if (!response) return `${id}: ${failure?.message ?? "no response"}`;
  return `${id} answered ${response.status}${response.status < 300 ? `, and its response ${otherwise}` : ""}`;
}

/** The values of what the thing is part of, as far as the path of the request has them. */
function outerValues({ parent }: Resource, { path }: Operation, { target }: WireRequest, basePath: string): string[] {
  const place = thingPaths(path).find(({ key }) => key === parent?.key);
  const texts = compilePathTemplate(path).match(pathBelow(basePath, target) ?? "");
  return (place?.names ?? []).map((name) => decodePercent(texts?.get(name) ?? ""));
}
