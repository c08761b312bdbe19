import type { OpenApiDocument } from "../../openapi/document.ts";
import { families } from "../cases/index.ts";
import { chainsOf } from "../chain/chains.ts";
import type { Selection } from "./selection.ts";

/** How far a run is. */
export interface Share {
  /** How much of the run is over when a test case of the family comes, from 0 to 1. An operation counts by its families. */
  of(operation: string, family?: string): number;
  /** The operations of which nothing has come. */
  notBegun(): string[];
}

/** The share of a run that has not begun. */
export function createShare(document: OpenApiDocument, { isTested }: Pick<Selection, "isTested">): Share {
  const ids = chainsOf(document)
    .operations.filter(isTested)
    .map(({ id }) => id);
  const positions = new Map(ids.map((id, index) => [id, index]));
  const order = Object.keys(families);
  const begun = new Set<string>();
  let last = 0;
  return {
    of(operation, family = "") {
      begun.add(operation);
      const within = Math.max(0, order.indexOf(family)) / order.length;
      last = Math.max(last, ((positions.get(operation) ?? 0) + within) / ids.length);
      return last;
    },
    notBegun: () => ids.filter((id) => !begun.has(id)),
  };
}
