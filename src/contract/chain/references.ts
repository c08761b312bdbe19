import { nounOf } from "./names.ts";
import type { Resource, Resources } from "./resource.ts";

/** The kind of thing that a value outside the path names by what it is called, as `petId` does in a query. */
export function referenced(name: string, { named }: Resources): Resource | undefined {
  const noun = nounOf(name);
  return noun === undefined ? undefined : named(noun);
}
