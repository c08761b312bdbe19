import { afterAll, expect, test } from "vitest";
import { describeContract } from "../../../src/contract/index.ts";
import { listenThings, thingsDocument } from "./things-api.ts";

// A test for every case: each gets things that exist, below a base path, and they are deleted after the last one.
const server = await listenThings();
afterAll(server.close);

describeContract({ document: thingsDocument(), url: () => `${server.url}/api` });

test("things were made, and are gone", () => {
  expect(server.requests.filter((line) => line === "POST /api/things").length).toBeGreaterThan(100);
  expect([...server.things.keys()]).toEqual([]);
});
