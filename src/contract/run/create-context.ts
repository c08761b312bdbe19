import { valueAt } from "../../openapi/pointer.ts";
import type { CaseContext } from "../cases/family.ts";
import type { ChainedValue } from "../chain/chained.ts";
import { chainsOf } from "../chain/chains.ts";
import { findStandIns, type StandIn, withStandIns } from "../chain/stand-ins.ts";
import type { ContractOperation } from "../model/operation.ts";
import type { Schemas } from "../model/schemas.ts";
import type { Token } from "../model/security.ts";
import { type BodyLocation, findBodyLocations } from "../values/body-locations.ts";
import { findBase, type RequestOverrides } from "./base-request.ts";

/** What a run has for all operations. */
export interface ContextOptions {
  schemas: Schemas;
  /** Requests that a person gave, by operation. */
  requestOverrides: ReadonlyMap<string, RequestOverrides>;
  basePath: string;
  seed: number;
  token: Token;
}

/** What the families of an operation work with, and what is in doubt about it. */
export interface CreatedContext {
  /** Undefined: without a valid request there is nothing to make cases from. */
  context: CaseContext | undefined;
  doubts: string[];
}

/** Finds a valid request of the operation, and the locations of its body. */
export function createContext(operation: ContractOperation, options: ContextOptions): CreatedContext {
  const { schemas, seed, token, basePath } = options;
  const { base, doubts } = findBase(operation, options.requestOverrides.get(operation.id), seed);
  if (!base) return { context: undefined, doubts };
  const compile = (pointer: string) => schemas.compile(pointer, "request");
  const found =
    operation.body && base.body !== undefined
      ? findBodyLocations(operation.body, base.body, { document: operation.document, seed, compile })
      : { locations: [], full: base.body };
  // Optional properties may name things too.
  const known = new Set(base.standIns.map(({ path }) => path));
  const { resources } = chainsOf(operation.document);
  const others = base.isOverridden ? [] : findStandIns(operation, found.full, resources);
  const standIns = [...base.standIns, ...others.filter(({ path }) => !known.has(path))];
  return {
    context: {
      operation,
      base: {
        ...base,
        standIns,
        chained: [...base.chained.filter(isInHead), ...standIns.map(({ chained }) => chained)],
      },
      basePath,
      seed,
      token,
      locations: found.locations.map((location) => withStandInsAround(location, standIns)),
      fullBody: withStandIns(found.full, standIns),
    },
    doubts,
  };
}

function isInHead({ in: place }: ChainedValue): boolean {
  return place !== "body";
}

function withStandInsAround(location: BodyLocation, standIns: readonly StandIn[]): BodyLocation {
  const root = withStandIns(location.root, standIns);
  return root === location.root ? location : { ...location, root, value: valueAt(root, location.path) };
}
