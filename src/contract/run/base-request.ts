import type { BaseRequest } from "../cases/family.ts";
import { chainedValues } from "../chain/chained.ts";
import { chainsOf } from "../chain/chains.ts";
import type { ContractOperation } from "../model/operation.ts";
import { parameterKey } from "../values/parameters.ts";
import { sample } from "../values/sample.ts";

/** The values that a person gives for an operation, because they stand for things that exist. */
export interface RequestOverrides {
  body?: unknown;
  /** By name. */
  parameters?: Record<string, unknown>;
}

/** A base request, with what is to be said about it. */
export interface FoundBase {
  /** Undefined: none was found, so that the operation cannot be judged. */
  base: BaseRequest | undefined;
  /** What keeps it from being valid for certain, in words. */
  doubts: string[];
}

/** Branches of `oneOf` and `anyOf` that are tried. */
const branches = [0, 1, 2, 3, 4, 5];

/**
 * The valid request that all cases are made from: the given one, else the documented example, else one that is built
 * from the schema. Parameters that are not required are left out.
 */
export function findBase(operation: ContractOperation, given: RequestOverrides | undefined, seed: number): FoundBase {
  const { document, body, parameters } = operation;
  const doubts: string[] = [];
  const values = new Map<string, unknown>();
  const { resources } = chainsOf(document);
  const chained = chainedValues(operation, resources, ({ name }) => given?.parameters?.[name] !== undefined);
  for (const parameter of parameters) {
    const own = given?.parameters?.[parameter.name];
    if (own === undefined && !parameter.required) continue;
    const { example, schema, schemaPointer, validate, name } = parameter;
    const value = own ?? example ?? sample(schema, schemaPointer, { document, seed });
    if (validate(value).length > 0) {
      // The value of a thing is found when it is needed.
      if (chained.some((one) => one.parameter === parameter)) continue;
      if (parameter.required)
        return { base: undefined, doubts: [`no valid value of the parameter ${name} was found: give one (--request)`] };
      doubts.push(`the given value of the parameter ${name} is not valid`);
    }
    values.set(parameterKey(parameter), value);
  }
  const base = (value: unknown): BaseRequest => ({
    body: value,
    parameters: values,
    chained,
    isOverridden: given !== undefined,
  });
  if (!body) return { base: base(undefined), doubts };
  if (given?.body !== undefined) {
    const [fault] = body.validate(given.body);
    if (fault) doubts.push(`the given body is not valid: ${fault.path || "the body"} ${fault.message}`);
    return { base: base(given.body), doubts };
  }
  for (const { name, value } of body.examples) {
    const [fault] = body.validate(value);
    if (!fault) return { base: base(value), doubts };
    doubts.push(`the documented example (${name}) is not valid: ${fault.path || "the body"} ${fault.message}`);
  }
  for (const branch of branches) {
    for (const full of [false, true]) {
      const value = sample(body.schema, body.schemaPointer, { document, seed, full, branch });
      if (body.validate(value).length === 0) return { base: base(value), doubts };
    }
  }
  return { base: undefined, doubts: [...doubts, "no valid body could be built from its schema: give one (--request)"] };
}
