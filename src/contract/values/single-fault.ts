import { withValue } from "../../openapi/pointer.ts";
import type { ContractBody } from "../model/operation.ts";
import type { SchemaFault } from "../model/schemas.ts";
import type { Place } from "./body-locations.ts";
import type { Candidate } from "./candidate.ts";

/** A body with exactly one thing wrong, at exactly one place. */
export interface FaultyBody {
  place: Place;
  candidate: Candidate;
  body: unknown;
  fault: SchemaFault;
}

/** Puts each candidate in its place and keeps the bodies in which just one keyword fails. */
export function* singleFaults(body: ContractBody, place: Place, candidates: Candidate[]): Generator<FaultyBody> {
  for (const candidate of candidates) {
    const changed = withValue(place.root, place.path, candidate.value);
    const fault = onlyFault(body.validate(changed));
    if (fault) yield { place, candidate, body: changed, fault };
  }
}

/** The one keyword that fails. Where a value of the wrong type is no choice either, that is one thing: the type. */
function onlyFault(faults: SchemaFault[]): SchemaFault | undefined {
  const [first] = faults;
  const type = faults.find(({ keyword }) => keyword === "type");
  const isOne =
    faults.length === 1 ||
    faults.every(({ path, keyword }) => path === type?.path && /^(type|enum|const)$/.test(keyword));
  return isOne ? (type ?? first) : undefined;
}

/** Puts each candidate in its place and keeps the bodies that are valid. */
export function* validVariants(body: ContractBody, place: Place, candidates: Candidate[]) {
  const before = JSON.stringify(place.root);
  for (const candidate of candidates) {
    const changed = withValue(place.root, place.path, candidate.value);
    const isSame = candidate.raw === undefined && JSON.stringify(changed) === before;
    if (!isSame && body.validate(changed).length === 0) yield { place, candidate, body: changed };
  }
}

/** The bytes of a body in which a value is written in its own way, such as `1.0` for 1. */
export function rawBody(place: Place, raw: string): Buffer {
  const mark = "\u0001raw\u0001";
  const text = JSON.stringify(withValue(place.root, place.path, mark));
  return Buffer.from(text.replace(JSON.stringify(mark), () => raw));
}
