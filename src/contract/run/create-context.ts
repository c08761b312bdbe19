import type { BaseRequest, CaseContext } from "../cases/family.ts";
import type { ContractOperation } from "../model/operation.ts";
import type { Schemas } from "../model/schemas.ts";
import type { Token } from "../model/security.ts";
import { findBodyLocations } from "../values/body-locations.ts";
import { validSample } from "../values/valid-sample.ts";
import { findBase, type RequestOverrides } from "./base-request.ts";
import { findOthers } from "./build-body.ts";

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
  const { others, doubts } = findOthers(operation, base, seed);
  const doubtsOfAll = [...operation.untested, ...found.doubts, ...doubts, ...doubtsOfParameters(operation, seed)];
  const compile = (pointer: string) => schemas.compile(pointer, "request");
  const create = (own: ContractOperation, request: BaseRequest): CaseContext => {
    const { locations, full } =
      own.body && request.body !== undefined
        ? findBodyLocations(own.body, request.body, { document: own.document, seed, compile })
        : { locations: [], full: request.body };
    const settings = { basePath, seed, token, otherMediaTypes: [] };
    return { operation: own, base: request, locations, fullBody: full, ...settings };
  };
  const otherMediaTypes = others.map(({ body, value }) => create({ ...operation, body }, { ...base, body: value }));
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
