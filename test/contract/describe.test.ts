import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../src/internal/package-root.ts";
import { runVitest } from "../helpers/consumer-project.ts";
import { http, rawServer } from "../helpers/raw-server.ts";
import { scratchFolder } from "../helpers/scratch.ts";
import { startThings, thingsDocument } from "./chain/things-api.ts";

/** Runs each contract in a vitest of its own making, all in one process, and returns what passed and what failed. */
async function judge(contracts: Record<string, object>) {
  const project = await scratchFolder();
  await writeFile(
    join(project, "contract.test.ts"),
    `import { describe } from "vitest";
     import { describeContract } from ${JSON.stringify(join(packageRoot, "src/contract/index.ts"))};
     for (const [name, options] of Object.entries(${JSON.stringify(contracts)}))
       describe(name, () => describeContract(options));`,
  );
  const config = { resolve: { alias: { vitest: join(packageRoot, "node_modules/vitest") } } };
  await writeFile(join(project, "vitest.config.mjs"), `export default ${JSON.stringify(config)};`);
  const { tests } = await runVitest(project);
  return (name: string) => {
    const own = tests.filter(({ fullName }) => fullName.startsWith(`${name} `));
    return {
      passed: own.filter(({ status }) => status === "passed").map(({ fullName }) => fullName),
      failures: own.flatMap(({ failureMessages }) => failureMessages.map((message) => message.split("\n    at ")[0])),
    };
  };
}

test("describeContract fails once for one cause, never passes untested, and takes a selection", async () => {
  const document = thingsDocument();
  const keyed = {
    ...document,
    components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
    security: [{ key: [] }],
  };
  const { url } = await startThings(undefined, "t-1");
  const locked = await rawServer(http(401, { "WWW-Authenticate": "Bearer" }));
  const waivers = ["getThing/status/none", "goneThing/*"].map((violation) => ({ violation, reason: "known" }));
  const of = await judge({
    sound: { url, document },
    dead: { url: "http://127.0.0.1:9", document },
    locked: { url: locked.url, document: keyed },
    remote: { url: "http://192.0.2.1", document: thingsDocument("getThing", "listThings") },
    waived: { url, document, waivers },
    selected: { url, document, include: { methods: ["GET"] }, maxCases: 2 },
    unlucky: { url: locked.url, document, include: { operations: ["listThings"] }, only: ["examples"] },
  });

  expect(of("sound").failures).toEqual([]);
  expect(of("sound").passed.length).toBeGreaterThan(100);

  expect(of("dead")).toEqual({
    passed: [expect.stringContaining("test cases were sent")],
    failures: [expect.stringMatching(/No server responds on http:\/\/127\.0\.0\.1:9/)],
  });

  expect(of("locked").failures).toEqual([expect.stringMatching(/no-success[\s\S]*token/)]);

  expect(of("remote")).toEqual({
    passed: [],
    failures: [expect.stringMatching(/Nothing was tested: .*allow/)],
  });

  expect(of("waived").failures).toEqual([
    expect.stringContaining("Stale waivers, which match nothing: getThing/status/none, goneThing/*."),
  ]);

  expect(of("selected").failures).toEqual([]);
  expect(of("selected").passed.filter((title) => / (create|change|delete)Thing /.test(title))).toEqual([]);
  expect(of("selected").passed.length).toBeLessThan(12);

  expect(of("unlucky").failures.join("\n")).toMatch(/^ {2}id {9}listThings\//m);
});
