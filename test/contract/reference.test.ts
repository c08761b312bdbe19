import { describe, expect, test } from "vitest";
import { judgeProvider } from "../../scripts/mutation/find-mutants.ts";
import type { Fault } from "./reference-provider/fault.ts";
import { faults } from "./reference-provider/start.ts";

describe("a provider that keeps its contract gives no violation", () => {
  test.each(["persona", "orders", "boards"] as const)("%s, without x-contract and with it", async (kind) => {
    expect(await judgeProvider(kind, {})).toEqual([]);
    expect(await judgeProvider(kind, { hinted: true })).toEqual([]);
  });

  // The seed changes what these families send, and nothing else.
  const only = ["boundaries", "pairs", "parameters", "repeat", "concurrency", "lifecycle"];
  test.each(["persona", "orders", "boards"] as const)("%s, with 20 seeds", async (kind) => {
    for (let seed = 1; seed <= 20; seed++) {
      expect(await judgeProvider(kind, { seed, only, hinted: true }), `seed ${seed}`).toEqual([]);
    }
  });
});

/**
 * The families that find the first fault of each group: what a fault gets wrong, a few families ask for, and the others
 * only take time. `npm run contract:mutation` runs all of them.
 */
const killers: Record<string, string[]> = {
  accept: ["accept"],
  "body-syntax": ["body-syntax"],
  credentials: ["credentials"],
  echo: ["boundaries"],
  framing: ["examples"],
  leaks: ["required"],
  methods: ["methods"],
  parameters: ["parameters"],
  paths: ["paths"],
  redirect: ["examples"],
  "request-closed": ["additional-properties"],
  "request-constraints": ["constraints"],
  "request-media-type": ["media-type"],
  "request-required": ["required"],
  "request-types": ["type"],
  "response-body": ["examples"],
  "response-headers": ["examples"],
  "response-json": ["examples"],
  "server-errors": ["boundaries"],
  state: ["repeat"],
  status: ["examples"],
  "things-change": ["required"],
  "things-life": ["lifecycle"],
  "things-read": ["examples"],
  "things-status": ["examples"],
  "valid-refused": ["media-type"],
};

// One of each group and provider: all of them take an hour, with `npm run contract:mutation -- --every 1`.
const chosen = [...new Map(faults.toReversed().map((fault) => [`${fault.provider}/${fault.group}`, fault])).values()];

describe("a mutant is found", () => {
  test("in every group, by the families that look for it", () => {
    expect(Object.keys(killers).sort()).toEqual([...new Set(chosen.map(({ group }) => group))].sort());
    expect(chosen).toHaveLength(46);
  });

  test.each(chosen.map((fault): [string, Fault] => [fault.id, fault]))("%s", async (_, fault) => {
    const options = { fault, hinted: true, timeoutMs: 1_000, only: killers[fault.group] };
    expect(await judgeProvider(fault.provider, options)).not.toEqual([]);
  });
});
