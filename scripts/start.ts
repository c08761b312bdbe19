import { resolve } from "node:path";
import { runCommand } from "../src/command/command.ts";
import { ExplainedError } from "../src/command/explained-error.ts";
import { packageRoot } from "../src/command/package-root.ts";
import { namePortFlag } from "../src/command/port-in-use.ts";
import { settleAll } from "../src/command/settle-all.ts";
import { untilInterrupted } from "../src/command/until-interrupted.ts";
import { watchFolder } from "../src/command/watch-folder.ts";
import { buildDocs } from "../src/docs/build.ts";
import { createLive, type Live } from "../src/docs/live.ts";
import { serveDocs } from "../src/docs/serve.ts";
import { renderFiles } from "../src/generate/files.ts";
import { writeFolder } from "../src/generate/folder.ts";
import { type Mock, openMock, prepareMock, startMock } from "../src/mock/start-mock.ts";
import type { OpenApiDocument } from "../src/spec/document.ts";
import { loadSpec } from "../src/spec/load.ts";
import { makeDocumentedCall } from "./documented-call.ts";

const spec = resolve(packageRoot, "openapi");
const generated = resolve(packageRoot, "generated");
const docsFolder = resolve(packageRoot, "dist/docs");

await runCommand(
  {
    name: "npm start",
    about: "Lints, generates, builds the docs, starts the mock and makes the documented call; then serves and watches.",
    flags: {
      once: { about: "stop after the call" },
      "mock-port": { value: "PORT", about: "port of the mock, 0 for any free one (default: 4010)" },
      "docs-port": { value: "PORT", about: "port of the docs, 0 for any free one (default: 8080)" },
    },
  },
  async (flags) => {
    const { once = false, "mock-port": mockPort = 4010, "docs-port": docsPort = 8080 } = flags;
    // At once, whatever is under way: nothing here has to be put in order first.
    void untilInterrupted().then(() => process.exit(0));

    const startedAt = performance.now();
    const live = once ? undefined : await createLive();
    const docs = live && (await serveDocs(docsFolder, docsPort, live).catch(namePortFlag("--docs-port")));
    const document = await step("lint", "openapi/ holds", () => loadSpec(spec));
    let [mock] = await settleAll([
      step(
        "mock",
        ({ url }) => url,
        () => startMock({ spec: document, port: mockPort }).catch(namePortFlag("--mock-port")),
      ),
      step("generate", "generated/", () => generate(document)),
      step("docs", "dist/docs/index.html", () => buildDocs(document, docsFolder)),
    ]);
    await step(
      "call",
      (id) => `persona id ${id}`,
      () => makeDocumentedCall(mock.url),
    );
    if (live === undefined || docs === undefined) {
      await mock.close();
      console.log(`done in ${secondsSince(startedAt)}`);
      return;
    }
    await watchFolder(spec, async () => {
      mock = await rebuild(mock, live);
    });
    console.log(`ready in ${secondsSince(startedAt)}: docs ${docs.url}  mock ${mock.url}`);
    console.log("Watching openapi/. Ctrl-C ends.");
  },
);

async function generate(document: OpenApiDocument): Promise<void> {
  await writeFolder(generated, await renderFiles(document));
}

/** Does everything again for the saved description. Where that fails, the faults are printed, and shown on the page, and all stays as it is. */
async function rebuild(mock: Mock, live: Live): Promise<Mock> {
  const startedAt = performance.now();
  try {
    const document = await loadSpec(spec);
    const [prism] = await settleAll([
      prepareMock({ spec: document }),
      generate(document),
      buildDocs(document, docsFolder),
    ]);
    void mock.close();
    const next = await openMock(prism, Number(new URL(mock.url).port));
    live.reload();
    console.log(`rebuilt in ${secondsSince(startedAt)}`);
    return next;
  } catch (error) {
    live.showFaults(error instanceof ExplainedError ? error.message : String(error));
    console.error(error instanceof ExplainedError ? error.message : error);
    console.error("not rebuilt: the last good mock and docs keep running");
    return mock;
  }
}

/** Runs one step and prints its line: name, outcome, time. */
async function step<T>(name: string, outcome: string | ((result: T) => string), run: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const result = await run();
  const text = typeof outcome === "string" ? outcome : outcome(result);
  console.log(`${name.padEnd(9)} ${text.padEnd(48)} ${secondsSince(startedAt)}`);
  return result;
}

function secondsSince(startedAt: number): string {
  return `${((performance.now() - startedAt) / 1000).toFixed(2)} s`;
}
