import type { BaseRequest } from "../cases/family.ts";
import { chainedParameters } from "../chain/chained.ts";
import { chainsOf } from "../chain/chains.ts";
import { findStandIns, withStandIns } from "../chain/stand-ins.ts";
import type { ContractOperation } from "../model/operation.ts";
import { parameterKey } from "../values/parameters.ts";
import { validSample } from "../values/valid-sample.ts";
import { buildBody } from "./build-body.ts";

/** Values of an operation's request that a person supplies, because they name things that exist. */
export interface RequestOverrides {
  body?: unknown;
  /** By name. */
  parameters?: Record<string, unknown>;
}

/** A base request, and what may be wrong with it. */
export interface FoundBase {
  /** Undefined if none was found: the operation cannot be tested. */
  base: BaseRequest | undefined;
  /** Why it may be invalid, in words. */
  doubts: string[];
}

/**
 * Finds the valid request that all test cases are made from: request given, else the documented example, else a sample
 * of the schema. Optional parameters are left out.
 */
export function findBase(operation: ContractOperation, given: RequestOverrides | undefined, seed: number): FoundBase {
  const { resources } = chainsOf(operation.document);
  const { parameters, missing, doubts } = findParameters(operation, given, seed);
  const chainedInHead = chainedParameters(operation, resources, given?.parameters ?? {}, parameters);
  const unknown = missing.find(({ key }) => chainedInHead.every((value) => value.key !== key));
  if (unknown)
    return {
      base: undefined,
      doubts: [`no valid value of the parameter ${unknown.name} was found: supply one (--request)`],
    };
  const body = findBody(operation, given, seed);
  if ("none" in body) return { base: undefined, doubts: [...doubts, ...body.doubts] };
  const standIns = given?.body === undefined ? findStandIns(operation, body.value, resources) : [];
  const base: BaseRequest = {
    body: withStandIns(body.value, standIns),
    parameters,
    chained: [...chainedInHead, ...standIns.map(({ chained }) => chained)],
    standIns,
    isOverridden: given !== undefined,
  };
  return { base, doubts: [...doubts, ...body.doubts] };
}

function findParameters(
  { document, parameters, shownHeaders }: ContractOperation,
  given: RequestOverrides | undefined,
  seed: number,
) {
  const doubts: string[] = [];
  const missing: { key: string; name: string }[] = [];
  const values = new Map<string, unknown>();
  for (const parameter of parameters) {
    const own = given?.parameters?.[parameter.name];
    if (own === undefined && !parameter.required) continue;
    const { example, schema, schemaPointer, validate, name } = parameter;
    const key = parameterKey(parameter);
    const value = own ?? example ?? validSample(schema, schemaPointer, { document, seed }, validate)?.value;
    if (validate(value).length > 0) {
      if (parameter.required) {
        missing.push({ key, name });
        continue;
      }
      doubts.push(`the request override of the parameter ${name} is not valid`);
    }
    values.set(key, value);
  }
  for (const { name } of shownHeaders) {
    const [, own] = Object.entries(given?.parameters ?? {}).find(([key]) => key.toLowerCase() === name) ?? [];
    if (own !== undefined) values.set(`header ${name}`, own);
  }
  return { parameters: values, missing, doubts };
}

/** A valid body: the given one, else a documented example, else one that is built from the schema. */
function findBody(
  { document, body }: ContractOperation,
  given: RequestOverrides | undefined,
  seed: number,
): { value: unknown; doubts: string[] } | { none: true; doubts: string[] } {
  if (!body) return { value: undefined, doubts: [] };
  const wordsOf = (value: unknown) => {
    const [fault] = body.validate(value);
    return fault && `is not valid: ${fault.path || "the body"} ${fault.message}`;
  };
  if (given?.body !== undefined) {
    const fault = wordsOf(given.body);
    return { value: given.body, doubts: fault === undefined ? [] : [`the body of the request overrides ${fault}`] };
  }
  const doubts: string[] = [];
  for (const { name, value } of body.examples) {
    const fault = wordsOf(value);
    if (fault === undefined) return { value, doubts };
    doubts.push(`the documented example (${name}) ${fault}`);
  }
  const built = buildBody(body, document, seed);
  if (built) return { value: built.value, doubts };
  return { none: true, doubts: [...doubts, "no valid body could be built from its schema: supply one (--request)"] };
}
