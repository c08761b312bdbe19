import { withValue } from "../../openapi/pointer.ts";
import { isExpressible } from "../bodies/body-format.ts";
import type { ContractBody } from "../model/operation.ts";
import type { SchemaError } from "../model/schemas.ts";
import type { BodyLocation } from "./body-locations.ts";
import type { Candidate } from "./candidate.ts";

/** A body with exactly one error. */
export interface InvalidBody {
  location: BodyLocation;
  candidate: Candidate;
  body: unknown;
  /** The keyword that fails. */
  error: SchemaError;
}

/** Puts each candidate at the location and yields the bodies in which exactly one keyword fails. */
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

/** The only error. A value of the wrong type also fails `enum` and `const`: together they count as one, the type. */
function onlyError(errors: SchemaError[]): SchemaError | undefined {
  if (!isExpressible(errors)) return undefined;
  const [first] = errors;
  const type = errors.find(({ keyword }) => keyword === "type");
  const isOne =
    errors.length === 1 ||
    errors.every(({ path, keyword }) => path === type?.path && /^(type|enum|const)$/.test(keyword));
  return isOne ? (type ?? first) : undefined;
}

/** Puts each candidate at the location and yields the bodies that are valid and differ from the original. */
export function* validVariants(body: ContractBody, location: BodyLocation, candidates: Candidate[]) {
  const before = JSON.stringify(location.root);
  for (const candidate of candidates) {
    const changed = withValue(location.root, location.path, candidate.value);
    const isSame = candidate.raw === undefined && JSON.stringify(changed) === before;
    if (!isSame && body.validate(changed).length === 0) yield { location, candidate, body: changed };
  }
}
