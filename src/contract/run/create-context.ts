import type { CaseContext } from "../cases/family.ts";
import type { ContractOperation } from "../model/operation.ts";
import type { Schemas } from "../model/schemas.ts";
import type { Token } from "../model/security.ts";
import { findBodyLocations } from "../values/body-locations.ts";
import { findBase, type RequestOverrides } from "./base-request.ts";

/** What all operations of a run share. */
export interface ContextOptions {
  schemas: Schemas;
  /** By operation. */
  requestOverrides: ReadonlyMap<string, RequestOverrides>;
  basePath: string;
  seed: number;
  /** Differs from run to run. @default the same in all runs */
  runId?: string | undefined;
  token: Token;
}

/** What the families make an operation's test cases from, and what may be wrong with it. */
export interface CreatedContext {
  /** Undefined if no valid request was found. */
  context: CaseContext | undefined;
  doubts: string[];
}

/** Finds a valid request of the operation, and the locations of its body. */
export function createContext(operation: ContractOperation, options: ContextOptions): CreatedContext {
  const { schemas, seed, runId, token, basePath } = options;
  const { base, doubts } = findBase(operation, options.requestOverrides.get(operation.id), seed);
  if (!base) return { context: undefined, doubts };
  const compile = (pointer: string) => schemas.compile(pointer, "request");
  const found =
    operation.body && base.body !== undefined
      ? findBodyLocations(operation.body, base.body, { document: operation.document, seed, compile })
      : { locations: [], full: base.body };
  return {
    context: { operation, base, basePath, seed, runId, token, locations: found.locations, fullBody: found.full },
    doubts,
  };
}
