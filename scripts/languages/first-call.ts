import { isDeepStrictEqual } from "node:util";
import { dereference, type OpenApiDocument } from "../../src/openapi/document.ts";
import { exampleOf } from "../../src/openapi/example.ts";
import { listOperations, type PlacedOperation } from "../../src/openapi/operation.ts";
import { keysOf } from "../../src/openapi/pointer.ts";
import type { FirstCall } from "./language.ts";

/** A first call and its documented response. */
export interface DocumentedCall {
  call: Omit<FirstCall, "baseUrl">;
  answer: unknown;
}

/** Finds the first operation that can be called with only its documented body; undefined if there is none. */
export function findFirstCall(document: OpenApiDocument, packageName: string): DocumentedCall | undefined {
  for (const placed of listOperations(document)) {
    const { operation, parameters, path } = placed;
    const body = operation.requestBody && dereference(document, operation.requestBody).content["application/json"];
    const [, , bodyType] = keysOf(body?.schema?.$ref?.slice(1) ?? "");
    const example = exampleOf(document, body);
    const answer = findAnswer(document, placed);
    const { operationId } = operation;
    if (!operationId || !bodyType || example === undefined || answer === undefined) continue;
    if (parameters.some(({ required }) => required)) continue;
    return { call: { operationId, path, bodyType, body: example, packageName, key: "YOUR_API_KEY" }, answer };
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

function findAnswer(document: OpenApiDocument, { operation }: PlacedOperation): unknown {
  const [, success] = Object.entries(operation.responses ?? {}).find(([status]) => status.startsWith("2")) ?? [];
  return success && exampleOf(document, dereference(document, success).content?.["application/json"]);
}
