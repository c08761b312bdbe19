import { pointTo } from "../../openapi/pointer.ts";
import type { Exchange } from "../http/client.ts";
import type { WireRequest } from "../http/request.ts";
import type { ContractOperation } from "../model/operation.ts";
import { pathValues } from "../model/request-path.ts";
import type { TestCase } from "../test-case.ts";
import type { Violation } from "../violation.ts";
import type { CheckInfo } from "./check.ts";

/** An operation accepts its baseline: a server that rejects everything passes every negative test case. */
export const noSuccess: CheckInfo = { name: "no-success", headline: "no valid request succeeds", rank: 0 };

/** What is said of an operation whose baseline never succeeded. */
export interface NoSuccess {
  /** Whether variants of the baseline did succeed. */
  variantsSucceeded: boolean;
  /** The likely cause, in words; undefined where nothing came at all. */
  cause: string | undefined;
  /** Precedes every path, without a final slash. */
  basePath: string;
}

/** The violation of an operation whose baseline never succeeded. */
export function noSuccessOf(
  { operation }: TestCase,
  exchange: Partial<Exchange>,
  { variantsSucceeded, cause, basePath }: NoSuccess,
): Violation {
  const { response, failure, request } = exchange;
  const fix = request && cause?.includes("(--request)") ? requestFix(operation, request, basePath) : undefined;
  const others = variantsSucceeded ? "success to others" : "no success to any";
  const came = response ? `${response.status} to a valid request, and ${others}` : (failure?.message ?? "no response");
  return {
    check: noSuccess.name,
    severity: "error",
    expected: "at least one valid request that succeeds",
    actual: cause === undefined ? came : `${came}; the likely cause: ${cause}`,
    pointer: pointTo(operation.pointer, "responses"),
    fingerprint: noSuccess.name,
    ...(fix !== undefined && { fix }),
  };
}

/** Longer bodies make no readable line. */
const maxBodyLength = 2_000;

/** What to give as request overrides: the values that were sent, to be replaced by those of things that exist. */
function requestFix(operation: ContractOperation, request: WireRequest, basePath: string): string | undefined {
  const query = new URLSearchParams(request.target.split("?")[1] ?? "");
  const parameters = [
    ...(pathValues(operation, request.target, basePath) ?? []),
    ...operation.parameters.flatMap(({ name, in: location, required }) => {
      const value = required && location === "query" ? query.get(name) : undefined;
      return value === null || value === undefined ? [] : [[name, value] as const];
    }),
  ];
  const body = readJson(request.body);
  if (parameters.length === 0 && body === undefined) return undefined;
  const override = {
    ...(parameters.length > 0 && { parameters: Object.fromEntries(parameters) }),
    ...(body !== undefined && { body }),
  };
  return `put values that exist in place of these, and give them with --request FILE: ${JSON.stringify({ [operation.id]: override })}`;
}

function readJson(body: Buffer | undefined): unknown {
  if (body === undefined || body.length > maxBodyLength) return undefined;
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
