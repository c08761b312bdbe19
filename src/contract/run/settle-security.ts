import { UserError } from "../../internal/user-error.ts";
import type { OpenApiDocument } from "../../openapi/document.ts";
import { listOperations } from "../../openapi/operation.ts";
import type { Keys } from "../model/security.ts";

type Requirement = NonNullable<OpenApiDocument["security"]>[number];

/**
 * The document with the security that the run tests: alternatives whose schemes have keys of their own come first, and with
 * `requireKey` none allows a call without credentials.
 *
 * @throws {UserError} exit code 2, if a key is to be required and the document says nowhere how to send one.
 */
export function settleSecurity(document: OpenApiDocument, { schemes }: Keys, requireKey: boolean): OpenApiDocument {
  if (schemes.length === 0 && !requireKey) return document;
  const settled = structuredClone(document);
  const holders = [settled, ...listOperations(settled).map(({ object }) => object)];
  for (const holder of holders) {
    if (holder.security) holder.security = settle(holder.security, schemes, requireKey);
  }
  if (requireKey && !holders.some(({ security }) => security?.some(asks)))
    throw new UserError("--require-key needs a document that says how a key is sent: this one has no security.", 2);
  return settled;
}

function settle(alternatives: Requirement[], schemes: readonly string[], requireKey: boolean): Requirement[] {
  const asking = alternatives.filter(asks);
  const kept = requireKey && asking.length > 0 ? asking : alternatives;
  const hasKeys = (one: Requirement) => asks(one) && Object.keys(one).every((scheme) => schemes.includes(scheme));
  return [...kept.filter(hasKeys), ...kept.filter((one) => !hasKeys(one))];
}

/** Whether an alternative asks for credentials. */
function asks(alternative: Requirement): boolean {
  return Object.keys(alternative).length > 0;
}
