import type { BaseRequest } from "../cases/family.ts";
import type { ContractOperation } from "../model/operation.ts";
import { parameterKey } from "../values/parameters.ts";
import { sample } from "../values/sample.ts";

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

/** Branches of `oneOf` and `anyOf` to try. */
const branches = [0, 1, 2, 3, 4, 5];

/**
 * Finds the valid request that all test cases are made from: request overrides, else the documented example, else a sample
 * of the schema. Optional parameters are left out.
 */
export function findBase(
  operation: ContractOperation,
  overrides: RequestOverrides | undefined,
  seed: number,
): FoundBase {
  const { document, body, parameters } = operation;
  const doubts: string[] = [];
  const values = new Map<string, unknown>();
  for (const parameter of parameters) {
    const own = overrides?.parameters?.[parameter.name];
    if (own === undefined && !parameter.required) continue;
    const { example, schema, schemaPointer, validate, name } = parameter;
    const value = own ?? example ?? sample(schema, schemaPointer, { document, seed });
    if (validate(value).length > 0) {
      if (parameter.required)
        return {
          base: undefined,
          doubts: [`no valid value of the parameter ${name} was found: supply one (--request)`],
        };
      doubts.push(`the request override of the parameter ${name} is not valid`);
    }
    values.set(parameterKey(parameter), value);
  }
  const base = (value: unknown): BaseRequest => ({
    body: value,
    parameters: values,
    isOverridden: overrides !== undefined,
  });
  if (!body) return { base: base(undefined), doubts };
  if (overrides?.body !== undefined) {
    const [error] = body.validate(overrides.body);
    if (error)
      doubts.push(`the body of the request overrides is not valid: ${error.path || "the body"} ${error.message}`);
    return { base: base(overrides.body), doubts };
  }
  for (const { name, value } of body.examples) {
    const [error] = body.validate(value);
    if (!error) return { base: base(value), doubts };
    doubts.push(`the documented example (${name}) is not valid: ${error.path || "the body"} ${error.message}`);
  }
  for (const branch of branches) {
    for (const full of [false, true]) {
      const value = sample(body.schema, body.schemaPointer, { document, seed, full, branch });
      if (body.validate(value).length === 0) return { base: base(value), doubts };
    }
  }
  return {
    base: undefined,
    doubts: [...doubts, "no valid body could be built from its schema: supply one (--request)"],
  };
}
