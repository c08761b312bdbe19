import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createProgress } from "../../../src/contract/report/progress.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What is written while a case is told every 10 ms, for so long. */
function watch(isTTY: boolean, durationMs: number, operation = "createOrder") {
  const written: string[] = [];
  const progress = createProgress({ isTTY, write: (text) => written.push(text) });
  for (let time = 0; time < durationMs; time += 10) {
    vi.advanceTimersByTime(10);
    progress.tick({ operation, family: "type", cases: time / 10, violations: 2, share: time / durationMs });
  }
  return { written, end: progress.end };
}

test("on a terminal one line with a bar and the time left is written over, at most ten times a second, and taken away", () => {
  const { written, end } = watch(true, 1_000);
  expect(written).toHaveLength(10);
  expect(written[0]).toBe("\r\u001b[K██░░░░░░░░░░░░░░░░░░ 9 %, 2 s left, 9 cases, 2 violations, now createOrder type");
  end();
  expect(written.at(-1)).toBe("\r\u001b[K");
});

test("a line that would wrap is cut", () => {
  const { written } = watch(true, 100, "o".repeat(200));
  expect(written[0]?.replace("\r\u001b[K", "")).toHaveLength(79);
});

test("a log gets a line every ten seconds at most, and nothing at the end", () => {
  const { written, end } = watch(false, 25_000);
  end();
  expect(written).toEqual([
    "39 %, 999 cases, 2 violations, now createOrder type\n",
    "79 %, 1999 cases, 2 violations, now createOrder type\n",
  ]);
});
