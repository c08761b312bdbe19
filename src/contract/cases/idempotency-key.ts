import { createHash } from "node:crypto";
import { headerValues, type WireRequest, withHeaders } from "../http/request.ts";
import type { TestCase } from "../test-case.ts";
import { parameterKey } from "../values/parameters.ts";
import { vary } from "../values/sample.ts";
import type { CaseContext } from "./family.ts";

/** A key for `purpose` that no other run and no other purpose has; undefined if the header's schema allows none of its form. */
export function createIdempotencyKey(context: CaseContext, purpose: string): string | undefined {
  const { seed, runId = "" } = context;
  const digest = createHash("sha256").update(`${runId} ${seed} ${purpose}`).digest("hex");
  const uuid = digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, "$1-$2-4$3-8$4-$5");
  const parameter = keyParameter(context);
  const example = parameter && (context.base.parameters.get(parameterKey(parameter)) ?? parameter.example);
  const varied = typeof example === "string" ? vary(example, Number.parseInt(digest.slice(0, 6), 16)) : undefined;
  const candidates = [uuid, digest.slice(0, 32), varied].filter((key) => typeof key === "string");
  return candidates.find((key) => !parameter || parameter.validate(key).length === 0);
}

/** Gives each request a key of its own, as clients do, if the header is required. Requests that vary the key keep theirs. */
export function withFreshKeys(testCase: TestCase, context: CaseContext): TestCase {
  const name = context.operation.xContract.idempotencyKey;
  const parameter = keyParameter(context);
  const base = parameter && context.base.parameters.get(parameterKey(parameter));
  if (name === undefined || base === undefined) return testCase;
  const refresh = (request: WireRequest, index: number): WireRequest => {
    const [sent] = headerValues(request.headers, name.toLowerCase());
    const key = sent === String(base) ? createIdempotencyKey(context, `${testCase.id} ${index}`) : undefined;
    return key === undefined ? request : withHeaders(request, { [name]: key });
  };
  return { ...testCase, requests: testCase.requests.map(refresh) };
}

function keyParameter({ operation: { parameters, xContract } }: CaseContext) {
  const name = xContract.idempotencyKey?.toLowerCase();
  return parameters.find((parameter) => parameter.in === "header" && parameter.name.toLowerCase() === name);
}
