import { describe, expect, test } from "vitest";
import { judgeProvider } from "../../scripts/mutation/find-mutants.ts";
import type { Fault } from "./reference-provider/fault.ts";
import { faults } from "./reference-provider/start.ts";

describe("a provider that keeps its contract gives no violation", () => {
  test.each(["persona", "orders"] as const)("%s, without x-contract and with it", async (kind) => {
    expect(await judgeProvider(kind, {})).toEqual([]);
    expect(await judgeProvider(kind, { hinted: true })).toEqual([]);
  });

  // The seed changes what these families send, and nothing else.
  const only = ["boundaries", "pairs", "parameters", "repeat", "burst"];
  test.each(["persona", "orders"] as const)("%s, with 20 seeds", async (kind) => {
    for (let seed = 1; seed <= 20; seed++) {
      expect(await judgeProvider(kind, { seed, only, hinted: true }), `seed ${seed}`).toEqual([]);
    }
  });
});

// One of each group and provider: all of them take an hour, with `npm run contract:mutation -- --every 1`.
const groups = [...new Set(faults.map(({ provider, group }) => `${provider}/${group}/`))];

describe("a planted fault is found", () => {
  const chosen = groups.flatMap((group) => faults.filter(({ id }) => id.startsWith(group)).slice(0, 1));
  test.each(chosen.map((fault): [string, Fault] => [fault.id, fault]))("%s", async (_, fault) => {
    expect(await judgeProvider(fault.provider, { fault, hinted: true, timeoutMs: 1_000 })).not.toEqual([]);
  });
});

test("there are at least 150 planted faults", () => {
  expect(faults.length).toBeGreaterThanOrEqual(150);
});
