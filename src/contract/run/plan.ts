import type { OpenApiDocument } from "../../openapi/document.ts";
import { buildRequest, type CaseContext, oneRequest, success } from "../cases/context.ts";
import { families } from "../cases/index.ts";
import { readOperations } from "../model/read.ts";
import type { TestCase } from "../test-case.ts";
import { type ContextOptions, createContext } from "./create-context.ts";
import { isInShard, type Shard } from "./shard.ts";

/** Which cases of a document are wanted. */
export interface PlanOptions extends ContextOptions {
  document: OpenApiDocument;
  /** Names of families. Default: all. */
  only?: readonly string[] | undefined;
  /** Id of the only case. Default: all. */
  caseId?: string | undefined;
  /** This part of the cases, from 1, of so many. Default: all in one. */
  shard?: Shard | undefined;
}

/** A case, or what there is no case for and why. */
export type Planned = { case: TestCase } | { skipped: { what: string; why: string } };

/**
 * The cases of a document, operation by operation, made when they are asked for. After each family that sends what must
 * be refused, a valid request shows that the server is as it was.
 */
export function* planCases(options: PlanOptions): Generator<Planned> {
  const { caseId, shard } = options;
  const wanted = Object.entries(families).filter(([name]) => !options.only || options.only.includes(name));
  for (const read of readOperations(options.document, options.schemas)) {
    if ("skipped" in read) {
      yield { skipped: { what: read.id, why: read.skipped } };
      continue;
    }
    const { context, doubts } = createContext(read.operation, options);
    for (const why of doubts) yield { skipped: { what: read.operation.id, why } };
    if (!context) continue;
    let isBaseSent = false;
    const names = new Map<string, number>();
    for (const [name, family] of wanted) {
      let sent = 0;
      for (const made of family(context)) {
        const planned = named(made, names);
        if (caseId !== undefined && planned.id !== caseId) continue;
        if (shard && !isInShard(planned.id, shard)) continue;
        // What other cases show counts for little without a valid request before them.
        if (!isBaseSent && name !== "examples") yield { case: probe(context, "before") };
        isBaseSent = true;
        sent++;
        yield { case: planned };
      }
      if (sent > 0 && name !== "examples") yield { case: probe(context, `after-${name}`) };
    }
  }
}

/** The case with a name of its own: what comes under the same name again is counted. */
function named(made: TestCase, names: Map<string, number>): TestCase {
  const times = (names.get(made.id) ?? 0) + 1;
  names.set(made.id, times);
  return times === 1 ? made : { ...made, id: `${made.id} (${times})` };
}

function probe(context: CaseContext, when: string): TestCase {
  const title = `a valid request, ${when.replace("-", " the cases of ")}${when === "before" ? " all others" : ""}`;
  return oneRequest(context, "recovery", when, title, buildRequest(context), success());
}
