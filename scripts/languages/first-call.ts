import { isDeepStrictEqual } from "node:util";
import type { Body } from "../../src/openapi/content.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { listOperations } from "../../src/openapi/operation.ts";
import { keysOf } from "../../src/openapi/pointer.ts";
import type { FirstCall } from "./language.ts";

/** A first call and its documented response. */
export interface DocumentedCall {
  call: Omit<FirstCall, "baseUrl">;
  answer: unknown;
}

/** Finds the first operation that can be called with only its documented body; undefined if there is none. */
export function findFirstCall(document: OpenApiDocument, packageName: string): DocumentedCall | undefined {
  for (const { object, path, parameters, requestBody, successes } of listOperations(document)) {
    const { operationId } = object;
    const body = findJson(requestBody?.bodies);
    const [, , bodyType] = keysOf(body?.schema?.$ref?.slice(1) ?? "");
    const example = body?.examples[0];
    const answer = findJson(successes[0]?.bodies)?.examples[0];
    if (!operationId || !bodyType || !example || !answer) continue;
    if (parameters.some(({ required }) => required)) continue;
    const call = { operationId, path, bodyType, body: example.value, packageName, key: "YOUR_API_KEY" };
    return { call, answer: answer.value };
  }
  return undefined;
}

/** Whether a program printed the documented response as JSON. */
export function isAnswer(printed: string, answer: unknown): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(printed), answer);
  } catch {
    return false;
  }
}

function findJson(bodies: readonly Body[] = []): Body | undefined {
  return bodies.find(({ mediaType }) => mediaType === "application/json");
}
