import { keysOf } from "../../openapi/pointer.ts";
import type { RequestClass } from "../model/x-contract.ts";
import type { TestCase } from "../test-case.ts";

/** Classes whose requests have little in common but that they are invalid. */
const broad: (RequestClass | undefined)[] = ["body", "borderline", "parameter", "pathParameter"];

/**
 * What is unusual about a request, for fingerprints: two bugs with different triggers are two violations. The request class
 * or the name of the variant, `depth` or `emoji`; for an invalid body the keyword that it breaks, so that a server that
 * never validates has few violations.
 */
export function triggerOf({ id, family, role, pointer, expected }: TestCase): string {
  if (role !== "variant") return "valid";
  const requestClass = expected.class;
  if (requestClass !== undefined && !broad.includes(requestClass)) return requestClass;
  const variant = variantOf(id);
  const isBody = requestClass === "body" || requestClass === "borderline";
  if (isBody && variant !== "null") return keysOf(pointer).at(-1) ?? family;
  return variant === "" ? family : variant;
}

/** The last part of the id, without the numbers of a list of variants. */
function variantOf(id: string): string {
  const [, name = ""] = /([^/]*)$/.exec(id) ?? [];
  return name.replace(/ \(\d+\)$/, "").replace(/(^|-)\d$|^\d+$/, "");
}
