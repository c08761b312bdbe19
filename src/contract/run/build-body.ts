import type { OpenApiDocument } from "../../openapi/document.ts";
import type { BaseRequest } from "../cases/family.ts";
import type { ContractBody, ContractOperation } from "../model/operation.ts";
import { validSample } from "../values/valid-sample.ts";

/** Builds a value that is valid in the body's media type from its schema; undefined if none is found. */
export function buildBody(
  { schema, schemaPointer, validate }: ContractBody,
  document: OpenApiDocument,
  seed: number,
): { value: unknown } | undefined {
  const built = validSample(schema, schemaPointer, { document, seed }, validate);
  if (built) return built;
  // A schema that says nothing allows any field, and a form needs one.
  const value = { name: "value" };
  return validate(value).length === 0 ? { value } : undefined;
}

/** A body in another media type than that of the base request, with a value that is valid in it. */
export interface OtherBody {
  body: ContractBody;
  value: unknown;
}

/** The body in each other media type, with the value of the base request where it is valid there; and what is not found. */
export function findOthers(
  { document, body }: ContractOperation,
  base: BaseRequest,
  seed: number,
): { others: OtherBody[]; doubts: string[] } {
  const valueFor = (other: ContractBody): { value: unknown } | undefined => {
    if (base.body !== undefined && other.validate(base.body).length === 0) return { value: base.body };
    const example = other.examples.find(({ value }) => other.validate(value).length === 0);
    return example ?? buildBody(other, document, seed);
  };
  const found = (body?.others ?? []).map((other) => ({ body: other, built: valueFor(other) }));
  return {
    others: found.flatMap(({ body: other, built }) => (built ? [{ body: other, value: built.value }] : [])),
    doubts: found
      .filter(({ built }) => !built)
      .map(
        ({ body: { mediaType } }) =>
          `its body was not sent as ${mediaType}: no valid one could be built from its schema`,
      ),
  };
}
