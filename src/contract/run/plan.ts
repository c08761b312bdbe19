import type { OpenApiDocument } from "../../openapi/document.ts";
import { success } from "../cases/expected.ts";
import { type CaseContext, toTestCase } from "../cases/family.ts";
import { withFreshKeys } from "../cases/idempotency-key.ts";
import { casesOf, families } from "../cases/index.ts";
import { buildRequest } from "../cases/request.ts";
import { chainsOf } from "../chain/chains.ts";
import { readOperation, readWebhooks } from "../model/read.ts";
import type { TestCase } from "../test-case.ts";
import { shareBudget } from "./budget.ts";
import { type ContextOptions, createContext } from "./create-context.ts";
import type { Selection } from "./selection.ts";
import { isInShard, type Shard } from "./shard.ts";

/** Which test cases of a document to make. */
export interface PlanOptions extends ContextOptions {
  document: OpenApiDocument;
  /** Names of families. @default all */
  only?: readonly string[] | undefined;
  /** Id of the only test case. @default all */
  caseId?: string | undefined;
  /** Which part of the test cases. @default all */
  shard?: Shard | undefined;
  /** Which operations. @default all */
  selection?: Pick<Selection, "isTested"> | undefined;
  /** How many test cases of an operation, besides the valid requests between them. @default all */
  maxCases?: number | undefined;
}

/** A test case, or what is not tested and why. */
export type Planned = { case: TestCase } | { skipped: { what: string; why: string }; cases?: readonly TestCase[] };

/**
 * The cases of a document, operation by operation in the order of its chains, made when they are asked for. After each family
 * that sends what must be refused, a valid request shows that the server is as it was.
 */
export function* planCases(options: PlanOptions): Generator<Planned> {
  const { caseId, selection, maxCases } = options;
  const wanted = Object.keys(families).filter((name) => !options.only || options.only.includes(name));
  for (const listed of chainsOf(options.document).operations) {
    if (selection && !selection.isTested(listed)) continue;
    const read = readOperation(listed, options.schemas);
    if ("skipped" in read) {
      if (caseId === undefined || caseId.startsWith(`${read.id}/`))
        yield { skipped: { what: read.id, why: read.skipped } };
      continue;
    }
    const { context, doubts } = createContext(read.operation, options);
    for (const why of doubts) yield { skipped: { what: read.operation.id, why } };
    if (!context) continue;
    const allowed = maxCases === undefined ? undefined : shareBudget(countCases(wanted, context, options), maxCases);
    let isBaseSent = false;
    for (const family of wanted) {
      let isProbeDue = false;
      let position = 0;
      const left: TestCase[] = [];
      for (const planned of wantedCases(family, context, options)) {
        if (allowed && position++ >= (allowed.get(family) ?? 0)) {
          left.push(planned);
          continue;
        }
        // Without a successful baseline, variants prove little.
        if (!isBaseSent && planned.role !== "baseline") yield { case: validRequest(context, "before", "baseline") };
        isBaseSent = true;
        isProbeDue ||= planned.role !== "baseline";
        yield { case: withFreshKeys(planned, context) };
      }
      if (isProbeDue) yield { case: validRequest(context, `after-${family}`, "probe") };
      const what = read.operation.id;
      if (left.length > 0) yield { skipped: { what, why: `beyond the ${maxCases} of --max-cases` }, cases: left };
    }
  }
  const webhooks = readWebhooks(options.document);
  if (webhooks && caseId === undefined) yield { skipped: { what: webhooks.id, why: webhooks.skipped } };
}

/** The cases of a family that the options ask for. */
function* wantedCases(family: string, context: CaseContext, { caseId, shard }: PlanOptions): Generator<TestCase> {
  for (const planned of casesOf(family, context)) {
    if (caseId !== undefined && planned.id !== caseId) continue;
    if (!shard || isInShard(planned.id, shard)) yield planned;
  }
}

function countCases(wanted: readonly string[], context: CaseContext, options: PlanOptions): Map<string, number> {
  return new Map(wanted.map((family) => [family, [...wantedCases(family, context, options)].length]));
}

/** The valid request itself: before all variants, or to show that the server still works. */
function validRequest(context: CaseContext, when: string, role: TestCase["role"]): TestCase {
  const draft = {
    name: when,
    title: `a valid request, ${when.replace("-", " the test cases of ")}${when === "before" ? " all others" : ""}`,
    requests: [buildRequest(context)],
    expected: success(),
    role,
  };
  return withFreshKeys(toTestCase(context.operation, "recovery", draft, context.base), context);
}
