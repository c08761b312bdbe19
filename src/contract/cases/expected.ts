import { type RequestClass, requestClasses } from "../model/x-contract.ts";
import type { Basis, Expected } from "../test-case.ts";

/** Expects a success. */
export function success(basis: Basis = "document", requestClass?: RequestClass): Expected {
  return requestClass ? { outcome: "success", basis, class: requestClass } : { outcome: "success", basis };
}

/**
 * Expects a refusal with a status that fits the class.
 *
 * @param common Statuses that servers commonly give to this request, though they do not fit the class.
 */
export function refusal(requestClass: RequestClass, basis: Basis = "document", common?: readonly number[]): Expected {
  return { outcome: "refusal", basis, class: requestClass, ...(common && { common }) };
}

/** Expects a refusal of a body that is this JSON value. Some parsers take only objects and lists for JSON. */
export function bodyRefusal(value: unknown): Expected {
  const isScalar = typeof value !== "object" || value === null;
  return refusal("body", "document", isScalar ? requestClasses.syntax.common : undefined);
}
