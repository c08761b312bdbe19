import { describe, expect, test } from "vitest";
import { renderPlan } from "../../../src/contract/report/plan.ts";
import { countPlan } from "../../../src/contract/run/count-plan.ts";
import { thingsDocument } from "../chain/things-api.ts";

describe("the plan of a run", () => {
  test("counts operations, test cases and requests, and says how long they take", () => {
    const text = renderPlan({
      operations: [
        { id: "createOrder", method: "POST", path: "/orders", cases: 100, requests: 120 },
        { id: "getOrder", method: "GET", path: "/orders/{id}", cases: 1, requests: 1 },
      ],
      skipped: [{ what: "search", why: "its body is application/xml", cases: 0 }],
      rate: 2,
    });
    expect(text.split("\n")).toEqual([
      "2 operations, 101 test cases, 121 requests, about 61 s at 2 requests per second. Nothing was sent.",
      "",
      "request           operation    cases  requests",
      "POST /orders      createOrder    100       120",
      "GET /orders/{id}  getOrder         1         1",
      "",
      "Not tested:",
      "  search: its body is application/xml",
    ]);
  });

  test.each([
    [1, 1, "1 s"],
    [89, 1, "89 s"],
    [600, 1, "10 min"],
    [36_000, 5, "2 h 0 min"],
    [60_000, 5, "3 h 20 min"],
  ])("%i requests at %i per second take about %s", (requests, rate, time) => {
    const operations = [{ id: "o", method: "GET", path: "/", cases: requests, requests }];
    expect(renderPlan({ operations, skipped: [], rate })).toContain(`, about ${time} at `);
  });

  test("is what a run would send, also to a server that is not there", () => {
    const local = countPlan({ url: "http://127.0.0.1:1", document: thingsDocument() });
    expect(local.operations.map(({ id }) => id)).toEqual([
      "createThing",
      "listThings",
      "getThing",
      "changeThing",
      "deleteThing",
    ]);
    expect(local.rate).toBeUndefined();
    const remote = countPlan({ url: "https://things.example.com", document: thingsDocument() });
    expect(remote.operations.map(({ id }) => id)).toEqual(["listThings", "getThing"]);
    expect(remote.skipped.map(({ why }) => why)).toContainEqual(expect.stringContaining("--allow-create"));
    expect(remote.rate).toBe(5);
  });
});
