import { resolve } from "node:path";
import { defineCommand } from "../src/cli/command.ts";
import { untilInterrupted } from "../src/cli/until-interrupted.ts";
import { packageRoot } from "../src/internal/package-root.ts";
import { namePortFlag } from "../src/internal/port-in-use.ts";
import { settleAll } from "../src/internal/settle-all.ts";
import { UserError } from "../src/internal/user-error.ts";
import { loadPrism } from "../src/mock/prism.ts";
import { type Mock, openMock, prepareMock } from "../src/mock/start-mock.ts";
import type { OpenApiDocument } from "../src/openapi/document.ts";
import { watchFolder } from "./cli/watch-folder.ts";
import { renderDocs } from "./docs/build.ts";
import { createLive, type Live } from "./docs/live.ts";
import { serveDocs } from "./docs/serve.ts";
import { makeDocumentedCall } from "./documented-call.ts";
import { renderFiles } from "./generate/files.ts";
import { writeFolder } from "./generate/folder.ts";
import { loadTypesGenerator } from "./generate/types.ts";
import { loadSpecWith } from "./spec/load.ts";

const spec = resolve(packageRoot, "openapi");
const generated = resolve(packageRoot, "generated");
const docsFolder = resolve(packageRoot, "dist/docs");

/** Prepares mock, `generated/` and docs while the spec is still being linted; they replace the old ones after it passes. */
const preparation = {
  async prepare(document: OpenApiDocument) {
    const mock = await timed(() => prepareMock({ spec: document }));
    // Not awaited: the mock need not wait for them.
    const files = settleAll([timed(() => renderFiles(document)), timed(() => renderDocs(document))]);
    files.catch(() => {});
    return { mock, files };
  },
  meanwhile() {
    loadPrism();
    loadTypesGenerator();
  },
};

export default await defineCommand(
  import.meta,
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
    // Exit at once: nothing needs cleaning up.
    void untilInterrupted().then(() => process.exit(0));

    const startedAt = performance.now();
    const live = once ? undefined : createLive();
    const docs = live && (await serveDocs(docsFolder, docsPort, live).catch(namePortFlag("--docs-port")));
    const { result: prepared, ms } = await timed(() => loadSpecWith(spec, preparation));
    let mock = await openMock(prepared.mock.result, mockPort).catch(namePortFlag("--mock-port"));
    const [files, docsFiles] = await prepared.files;
    await place(files.result, docsFiles.result);
    const call = await timed(() => makeDocumentedCall(mock.url));
    printStep("lint", "openapi/ passed; artifacts built in parallel", ms);
    printStep("mock", mock.url, prepared.mock.ms);
    printStep("generate", "generated/", files.ms);
    printStep("docs", "dist/docs/index.html", docsFiles.ms);
    printStep("call", `persona id ${call.result}`, call.ms);
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

/** Rebuilds everything from the saved spec. On failure, prints and shows the problems and keeps the old mock and docs. */
async function rebuild(mock: Mock, live: Live): Promise<Mock> {
  const startedAt = performance.now();
  try {
    const prepared = await loadSpecWith(spec, preparation);
    const [files, docsFiles] = await prepared.files;
    await place(files.result, docsFiles.result);
    void mock.close();
    const next = await openMock(prepared.mock.result, Number(new URL(mock.url).port));
    live.reload();
    console.log(`rebuilt in ${secondsSince(startedAt)}`);
    return next;
  } catch (error) {
    const text = error instanceof UserError ? error.message : String(error);
    live.showProblems(text);
    console.error(text);
    console.error("not rebuilt: the last good mock and docs keep running");
    return mock;
  }
}

/** Writes the prepared files. */
async function place(files: ReadonlyMap<string, string>, docsFiles: ReadonlyMap<string, string>): Promise<void> {
  await settleAll([writeFolder(generated, files), writeFolder(docsFolder, docsFiles)]);
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const startedAt = performance.now();
  return { result: await work(), ms: performance.now() - startedAt };
}

function printStep(name: string, outcome: string, ms: number): void {
  console.log(`${name.padEnd(9)} ${outcome.padEnd(48)} ${(ms / 1000).toFixed(2)} s`);
}

function secondsSince(startedAt: number): string {
  return `${((performance.now() - startedAt) / 1000).toFixed(2)} s`;
}
