import type { BaseRequest } from "../cases/family.ts";
import type { ContractOperation } from "../model/operation.ts";
import { parameterKey } from "../values/parameters.ts";
import { validSample } from "../values/valid-sample.ts";
import { buildBody } from "./build-body.ts";

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

/**
 * The valid request that all cases are made from: the given one, else the documented example, else one that is built
 * from the schema. Parameters that are not required are left out.
 */
export function findBase(operation: ContractOperation, given: RequestOverrides | undefined, seed: number): FoundBase {
  const { document, body, parameters } = operation;
  const doubts: string[] = [];
  const values = new Map<string, unknown>();
  for (const parameter of parameters) {
    const own = given?.parameters?.[parameter.name];
    if (own === undefined && !parameter.required) continue;
    const { example, schema, schemaPointer, validate, name } = parameter;
    const value = own ?? example ?? validSample(schema, schemaPointer, { document, seed }, validate)?.value;
    if (validate(value).length > 0) {
      if (parameter.required)
        return { base: undefined, doubts: [`no valid value of the parameter ${name} was found: give one (--request)`] };
      doubts.push(`the given value of the parameter ${name} is not valid`);
    }
    values.set(parameterKey(parameter), value);
  }
  for (const { name } of operation.shownHeaders) {
    const [, own] = Object.entries(given?.parameters ?? {}).find(([key]) => key.toLowerCase() === name) ?? [];
    if (own !== undefined) values.set(`header ${name}`, own);
  }
  const base = (value: unknown): BaseRequest => ({
    body: value,
    parameters: values,
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
  const built = buildBody(body, document, seed);
  if (built) return { base: base(built.value), doubts };
  return { base: undefined, doubts: [...doubts, "no valid body could be built from its schema: give one (--request)"] };
}
