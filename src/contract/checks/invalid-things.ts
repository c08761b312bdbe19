import { keysOf, pointTo, valueAt } from "../../openapi/pointer.ts";
import type { Exchange } from "../http/client.ts";
import { parseBody } from "../model/exchange-view.ts";
import { isIdentifierName } from "../model/identifier-name.ts";
import { pathValues } from "../model/request-path.ts";
import type { TestCase } from "../test-case.ts";

/** The things of a run that an invalid request made or changed: what is wrong with them is the suite's own value. */
export interface InvalidThings {
  /** Takes note of the things that accepted invalid requests named. */
  note(testCase: TestCase, exchanges: readonly Exchange[], basePath: string): void;
  /** Whether a location of a body is inside of one of these things. */
  includes(body: unknown, path: string): boolean;
}

/** No such things yet. */
export function createInvalidThings(): InvalidThings {
  const identifiers = new Set<string>();
  return {
    note(testCase, exchanges, basePath) {
      for (const exchange of exchanges.filter((one) => isAcceptedFault(testCase, one))) {
        const texts = pathValues(testCase.operation, exchange.request.target, basePath)?.values() ?? [];
        for (const value of [...identifiersIn(parseBody(exchange.response?.body)), ...texts]) identifiers.add(value);
      }
    },
    includes(body, path) {
      if (identifiers.size === 0) return false;
      const keys = keysOf(path);
      return keys.some((_, depth) => {
        const around = valueAt(body, pointTo("", ...keys.slice(0, depth)));
        return ownIdentifiers(around).some((value) => identifiers.has(value));
      });
    },
  };
}

/** Whether a server accepted a body that should, or may, be refused. */
export function isAcceptedFault({ expected }: TestCase, { request, response }: Exchange): boolean {
  if (expected.outcome === "success" || request.body === undefined || response === undefined) return false;
  return response.status >= 200 && response.status <= 299;
}

function identifiersIn(json: unknown): string[] {
  if (typeof json !== "object" || json === null) return [];
  return [...ownIdentifiers(json), ...Object.values(json).flatMap(identifiersIn)];
}

function ownIdentifiers(json: unknown): string[] {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return [];
  return Object.entries(json).flatMap(([key, value]) =>
    isIdentifierName(key) && (typeof value === "string" || typeof value === "number") ? [String(value)] : [],
  );
}
