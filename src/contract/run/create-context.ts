import type { CaseContext } from "../cases/family.ts";
import type { ContractOperation } from "../model/operation.ts";
import type { Schemas } from "../model/schemas.ts";
import type { Token } from "../model/security.ts";
import { findBodyLocations } from "../values/body-locations.ts";
import { findBase, findOthers, type RequestOverrides } from "./base-request.ts";

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
  const found = findBase(operation, options.requestOverrides.get(operation.id), seed);
  const { base } = found;
  if (!base) return { context: undefined, doubts: [...operation.untested, ...found.doubts] };
  const { others: otherBodies, doubts } = findOthers(operation, base, seed);
  const compile = (pointer: string) => schemas.compile(pointer, "request");
  const { locations, full } =
    operation.body && base.body !== undefined
      ? findBodyLocations(operation.body, base.body, { document: operation.document, seed, compile })
      : { locations: [], full: base.body };
  return {
    context: { operation, base, basePath, seed, token, locations, fullBody: full, otherBodies },
    doubts: [...operation.untested, ...found.doubts, ...doubts],
  };
}
