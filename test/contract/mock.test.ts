import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll } from "vitest";
import { describeContract } from "../../src/contract/index.ts";
import { packageRoot } from "../../src/internal/package-root.ts";
import { type Mock, startMock } from "../../src/mock/index.ts";

// A test for every test case of the suite: the mock keeps the contract.
let mock: Mock | undefined;
afterAll(() => mock?.close());

describeContract({
  document: JSON.parse(await readFile(join(packageRoot, "generated/openapi.json"), "utf8")),
  file: "generated/openapi.json",
  url: async () => {
    mock = await startMock();
    return mock.url;
  },
});
