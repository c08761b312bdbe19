import type { RequestClass } from "../model/x-contract.ts";
import type { Basis, Expected } from "../test-case.ts";

/** Expects a success. */
export function success(basis: Basis = "document", requestClass?: RequestClass): Expected {
  return requestClass ? { outcome: "success", basis, class: requestClass } : { outcome: "success", basis };
}

/** Expects a refusal with a status that fits the class. */
export function refusal(requestClass: RequestClass, basis: Basis = "document"): Expected {
  return { outcome: "refusal", basis, class: requestClass };
}
