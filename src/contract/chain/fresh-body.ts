import { keysOf, valueAt, withValue } from "../../openapi/pointer.ts";
import { keywordOf } from "../../openapi/schema-parts.ts";
import type { CaseContext } from "../cases/family.ts";
import { canaryOf, withCanaries } from "../values/canaries.ts";
import { plainName } from "./names.ts";

/**
 * The valid body with texts that no other request has, so that a server that wants names to be unique makes another thing of
 * it.
 *
 * @param name Names the thing that is made of the body.
 * @param identifier The parameter that identifies such a thing, for clients may choose its value.
 * @param isFull Whether it has all optional properties.
 */
export function freshBody(context: CaseContext, name: string, identifier: string, isFull: boolean): unknown {
  const { operation, base, fullBody, locations, seed } = context;
  const body = isFull ? fullBody : base.body;
  const canary = canaryOf(seed, name);
  const own = locations.filter(({ path }) => typeof valueAt(body, path) === "string");
  let fresh = withCanaries(body, canary, own, operation.body);
  for (const { path, parts } of own) {
    const isEmail = keywordOf(parts, "format") === "email";
    if (!isEmail && plainName(keysOf(path).at(-1) ?? "") !== plainName(identifier)) continue;
    const changed = withValue(fresh, path, isEmail ? `${canary}@example.com` : canary);
    if (operation.body?.validate(changed).length === 0) fresh = changed;
  }
  return fresh;
}
