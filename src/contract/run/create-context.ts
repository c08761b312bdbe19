import { valueAt } from "../../openapi/pointer.ts";
import type { BaseRequest, CaseContext } from "../cases/family.ts";
import type { ChainedValue } from "../chain/chained.ts";
import { chainsOf } from "../chain/chains.ts";
import { findStandIns, type StandIn, withStandIns } from "../chain/stand-ins.ts";
import type { ContractOperation } from "../model/operation.ts";
import type { Schemas } from "../model/schemas.ts";
import type { Keys } from "../model/security.ts";
import { type BodyLocation, findBodyLocations } from "../values/body-locations.ts";
import { validSample } from "../values/valid-sample.ts";
import { findBase, type RequestOverrides } from "./base-request.ts";
import { findOthers } from "./build-body.ts";

/** What all operations of a run share. */
export interface ContextOptions {
  schemas: Schemas;
  /** By operation. */
  requestOverrides: ReadonlyMap<string, RequestOverrides>;
  basePath: string;
  seed: number;
  /** Differs from run to run. @default the same in all runs */
  runId?: string | undefined;
  keys: Keys;
}

/** What the families make an operation's test cases from, and what may be wrong with it. */
export interface CreatedContext {
  /** Undefined if no valid request was found. */
  context: CaseContext | undefined;
  doubts: string[];
}

/** Finds a valid request of the operation, and the locations of its body. */
export function createContext(operation: ContractOperation, options: ContextOptions): CreatedContext {
  const { schemas, seed, runId, keys, basePath } = options;
  const found = findBase(operation, options.requestOverrides.get(operation.id), seed);
  const { base } = found;
  if (!base) return { context: undefined, doubts: [...operation.untested, ...found.doubts] };
  const { others, doubts } = findOthers(operation, base, seed);
  const doubtsOfAll = [...operation.untested, ...found.doubts, ...doubts, ...doubtsOfParameters(operation, seed)];
  const compile = (pointer: string) => schemas.compile(pointer, "request");
  const { resources } = chainsOf(operation.document);
  const create = (own: ContractOperation, request: BaseRequest): CaseContext => {
    const { locations, full } =
      own.body && request.body !== undefined
        ? findBodyLocations(own.body, request.body, { document: own.document, seed, compile })
        : { locations: [], full: request.body };
    // Optional properties may name things too.
    const known = new Set(request.standIns.map(({ path }) => path));
    const more = request.isOverridden ? [] : findStandIns(own, full, resources);
    const standIns = [...request.standIns, ...more.filter(({ path }) => !known.has(path))];
    const chained = [...request.chained.filter(isInHead), ...standIns.map((standIn) => standIn.chained)];
    return {
      operation: own,
      base: { ...request, body: withStandIns(request.body, standIns), standIns, chained },
      locations: locations.map((location) => withStandInsAround(location, standIns)),
      fullBody: withStandIns(full, standIns),
      basePath,
      seed,
      runId,
      keys,
      otherMediaTypes: [],
    };
  };
  const otherMediaTypes = others.map(({ body, value }) =>
    create({ ...operation, body }, { ...base, body: value, standIns: [] }),
  );
  return {
    context: { ...create(operation, base), otherMediaTypes },
    doubts: doubtsOfAll,
  };
}

/** Which parameters are never sent, because nothing that they may be is found. */
function doubtsOfParameters({ document, parameters }: ContractOperation, seed: number): string[] {
  return parameters
    .filter(({ required, example }) => !required && example === undefined)
    .filter(({ schema, schemaPointer, validate }) => !validSample(schema, schemaPointer, { document, seed }, validate))
    .map(({ in: location, name }) => `the ${location} parameter ${name} was not sent: no valid value was found`);
}

function isInHead({ in: place }: ChainedValue): boolean {
  return place !== "body";
}

function withStandInsAround(location: BodyLocation, standIns: readonly StandIn[]): BodyLocation {
  const root = withStandIns(location.root, standIns);
  return root === location.root ? location : { ...location, root, value: valueAt(root, location.path) };
}
