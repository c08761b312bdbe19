import type { Keys } from "../../../src/contract/model/security.ts";
import { readKeys, type TokenOption } from "../../../src/contract/run/keys.ts";

/** The keys of a run that got this one, or none. */
export function keysOf(token?: TokenOption): Keys {
  return readKeys({ token }, { openapi: "3.1.0", info: { title: "", version: "" }, paths: {} }, 1);
}
