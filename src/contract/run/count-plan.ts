import { readTarget } from "../http/target.ts";
import { planCases } from "./plan.ts";
import { type ContractOptions, prepareRun, rateFor } from "./prepare.ts";
import { reasonToSkip } from "./safety.ts";

/** What a run would send, without what it takes to make things for other test cases. */
export interface CountedPlan {
  operations: { id: string; method: string; path: string; cases: number; requests: number }[];
  /** What would not be sent, and why. */
  skipped: { what: string; why: string; cases: number }[];
  /** Requests per second; undefined for no limit. */
  rate: number | undefined;
}

/**
 * Counts what a run would send. Sends nothing.
 *
 * @throws {UserError} exit code 2, where {@link prepareRun} does, or the URL is none.
 */
export function countPlan({ url, ...options }: Omit<ContractOptions, "url"> & { url?: string }): CountedPlan {
  const target = url === undefined ? undefined : readTarget(url);
  const { plan } = prepareRun(options, target?.basePath);
  const operations = new Map<string, CountedPlan["operations"][number]>();
  const skipped = new Map<string, CountedPlan["skipped"][number]>();
  const skip = (what: string, why: string, cases: number) => {
    const known = skipped.get(`${what} ${why}`) ?? { what, why, cases: 0 };
    skipped.set(`${what} ${why}`, { ...known, cases: known.cases + cases });
  };
  for (const planned of planCases(plan)) {
    if ("skipped" in planned) {
      skip(planned.skipped.what, planned.skipped.why, planned.cases?.length ?? 0);
      continue;
    }
    const { operation, requests, setup = [] } = planned.case;
    const why = target && reasonToSkip(planned.case, target, options);
    if (why !== undefined) {
      skip(operation.id, why, 1);
      continue;
    }
    const { id, method, path } = operation;
    const counted = operations.get(id) ?? { id, method, path, cases: 0, requests: 0 };
    operations.set(id, counted);
    counted.cases++;
    counted.requests += requests.length + setup.length;
  }
  const rate = target ? rateFor(target, options) : options.rate;
  return { operations: [...operations.values()], skipped: [...skipped.values()], rate };
}
