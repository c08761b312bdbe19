import { jsonTypeOf } from "../openapi/json-type.ts";

/**
 * Returns the body of a refusal with `message` and `violations`, or with the one of them that the schema allows, or as it is.
 *
 * @param isValid Whether a body matches the schema of the response.
 */
export function withReasons(body: unknown, violations: string[], isValid: (body: unknown) => boolean): unknown {
  if (!isObject(body)) return body;
  const message = `The mock refused the request: ${violations[0]}`;
  const candidates = [
    { ...body, message, violations },
    { ...body, violations },
    { ...body, message },
  ];
  return candidates.find(isValid) ?? body;
}

/** Returns the body with the values of the request that have the name and the type of one of its own, at any depth. */
export function echoInto(body: unknown, values: Record<string, unknown>): unknown {
  if (!isObject(body)) return body;
  const entries = Object.entries(body).map(([name, own]) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (isObject(own) && isObject(value)) return [name, echoInto(own, value)];
    return [name, jsonTypeOf(own) === jsonTypeOf(value) ? value : own];
  });
  return Object.fromEntries(entries);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return jsonTypeOf(value) === "object";
}
