import { describe, expect, test } from "vitest";
import { createLanes } from "../../../src/contract/run/lanes.ts";

/** Runs tasks that take so many turns of the event loop; an `!` marks one that runs alone. Returns what ran beside each. */
async function run(count: number, ...names: string[]) {
  const lanes = createLanes<string>(count);
  const running = new Set<string>();
  const beside: Record<string, string> = {};
  const taken: string[] = [];
  for (const [index, name] of names.entries()) {
    const isAlone = name.endsWith("!");
    await lanes.room(isAlone);
    running.add(name);
    for (const one of running) beside[one] = [...running].join(" ");
    // The first ones take longest.
    const task = new Promise<string>((resolve) => {
      setTimeout(
        () => {
          running.delete(name);
          resolve(name);
        },
        20 - 2 * index,
      );
    });
    lanes.start(task, isAlone);
    taken.push(...lanes.take());
  }
  taken.push(...(await lanes.drain()));
  return { taken, beside };
}

describe("tasks in lanes", () => {
  test("as many as there are lanes run at the same time", async () => {
    const { beside } = await run(2, "a", "b", "c", "d");
    for (const names of Object.values(beside)) expect(names.split(" ").length).toBeLessThanOrEqual(2);
    expect(beside.b).toMatch(/ /);
  });

  test("results come in the order of the tasks, whichever ends first", async () => {
    expect((await run(4, "a", "b", "c", "d")).taken).toEqual(["a", "b", "c", "d"]);
  });

  test("one that runs alone has nothing beside it, before and after", async () => {
    const { beside, taken } = await run(3, "a", "b", "c!", "d", "e");
    expect(beside["c!"]).toBe("c!");
    expect(taken).toEqual(["a", "b", "c!", "d", "e"]);
  });

  test("one lane is one task after the other", async () => {
    const { beside } = await run(1, "a", "b", "c");
    expect(beside).toEqual({ a: "a", b: "b", c: "c" });
  });
});
