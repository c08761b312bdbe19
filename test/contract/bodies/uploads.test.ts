import { describe, expect, test } from "vitest";
import { type Report, runContract } from "../../../src/contract/index.ts";
import { bySeverity } from "../../../src/contract/report/report.ts";
import { type Bug, startUploads, uploads } from "./upload-server.ts";

async function judge(bug?: Bug, seed = 1): Promise<Report> {
  return runContract({ url: await startUploads(bug), document: uploads, seed });
}

describe("a server of forms, files and plain text", () => {
  test.each([1, 2, 3])("passes where it keeps its document, with seed %i", async (seed) => {
    const report = await judge(undefined, seed);
    expect(bySeverity(report).errors).toEqual([]);
    expect(report).toMatchObject({ passed: true, operations: { total: 4, tested: 4 }, skipped: [] });
    const sent = Object.fromEntries(report.families.map(({ family, cases }) => [family, cases]));
    for (const family of [
      "boundaries",
      "pairs",
      "required",
      "type",
      "constraints",
      "additional-properties",
      "body-syntax",
    ])
      expect(sent[family], family).toBeGreaterThan(0);
  });

  test.each<[Bug, string, RegExp]>([
    ["accepts a form without its name", "negative-data-rejection", /^addPerson/],
    ["accepts any age", "negative-data-rejection", /^addPerson/],
    ["accepts a tag of any length", "negative-data-rejection", /^addPhoto/],
    ["accepts seven tags", "negative-data-rejection", /^addPerson/],
    ["fails on an emoji", "server-error", /^addNote/],
    ["accepts a file as absent", "negative-data-rejection", /^addPhoto/],
    ["fails without a boundary", "server-error", /^addPhoto/],
    ["accepts any part of JSON", "negative-data-rejection", /^addPhoto/],
    ["accepts a long note", "negative-data-rejection", /^addNote/],
    ["fails on JSON as a form", "server-error", /^addPerson/],
    ["accepts any form beside JSON", "negative-data-rejection", /^addReply/],
    ["takes no form beside JSON", "positive-data-acceptance", /^addReply/],
  ])("fails where it %s", async (bug, check, operation) => {
    const { errors } = bySeverity(await judge(bug));
    expect(errors.filter((error) => error.check === check && operation.test(error.operation))).not.toEqual([]);
  });
});
