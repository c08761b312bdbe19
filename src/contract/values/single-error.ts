import { withValue } from "../../openapi/pointer.ts";
import type { ContractBody } from "../model/operation.ts";
import type { SchemaError } from "../model/schemas.ts";
import type { BodyLocation } from "./body-locations.ts";
import type { Candidate } from "./candidate.ts";

/** A body with exactly one thing wrong, at exactly one location. */
export interface InvalidBody {
  location: BodyLocation;
  candidate: Candidate;
  body: unknown;
  /** The one thing that is wrong. */
  error: SchemaError;
}

/** Puts each candidate in its location and keeps the bodies in which just one keyword fails. */
export function* singleErrors(
  body: ContractBody,
  location: BodyLocation,
  candidates: Candidate[],
): Generator<InvalidBody> {
  for (const candidate of candidates) {
    const changed = withValue(location.root, location.path, candidate.value);
    const error = onlyError(body.validate(changed));
    if (error) yield { location, candidate, body: changed, error };
  }
}

/** The one keyword that fails. Where a value of the wrong type is no choice either, that is one thing: the type. */
function onlyError(errors: SchemaError[]): SchemaError | undefined {
  const [first] = errors;
  const type = errors.find(({ keyword }) => keyword === "type");
  const isOne =
    errors.length === 1 ||
    errors.every(({ path, keyword }) => path === type?.path && /^(type|enum|const)$/.test(keyword));
  return isOne ? (type ?? first) : undefined;
}

/** Puts each candidate in its location and keeps the bodies that are valid. */
export function* validVariants(body: ContractBody, location: BodyLocation, candidates: Candidate[]) {
  const before = JSON.stringify(location.root);
  for (const candidate of candidates) {
    const changed = withValue(location.root, location.path, candidate.value);
    const isSame = candidate.raw === undefined && JSON.stringify(changed) === before;
    if (!isSame && body.validate(changed).length === 0) yield { location, candidate, body: changed };
  }
}

/** The bytes of a body in which a value is written in its own way, such as `1.0` for 1. */
export function rawBody(location: BodyLocation, raw: string): Buffer {
  const placeholder = "\u0001raw\u0001";
  const text = JSON.stringify(withValue(location.root, location.path, placeholder));
  return Buffer.from(text.replace(JSON.stringify(placeholder), () => raw));
}
