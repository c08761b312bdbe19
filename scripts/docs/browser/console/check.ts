import { validators } from "../../../../generated/validators.ts";
import type { Checks } from "../../../../src/client/validate.ts";
import { findValue, type WrongPlace } from "./locate.ts";

/** Finds the first place where a body violates the spec. */
export function findViolation(operationId: string, body: unknown, text: string): WrongPlace | undefined {
  const check = (validators as unknown as Checks)[operationId]?.request;
  if (!check || body === undefined || check(body)) return undefined;
  const [{ instancePath = "", message = "does not match the spec" } = {}] = check.errors ?? [];
  return findValue(text, instancePath, message);
}
