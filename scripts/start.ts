import { resolve } from "node:path";
import { packageRoot } from "../src/internal/package-root.ts";
import { namePortFlag } from "../src/internal/port-in-use.ts";
import { settleAll } from "../src/internal/settle-all.ts";
import { UserError } from "../src/internal/user-error.ts";
import { loadPrism } from "../src/mock/prism.ts";
import { type Mock, openMock, prepareMock } from "../src/mock/start-mock.ts";
import type { OpenApiDocument } from "../src/openapi/document.ts";
import { defineCommand } from "./cli/command.ts";
import { untilInterrupted } from "./cli/until-interrupted.ts";
import { watchFolder } from "./cli/watch-folder.ts";
import { renderDocs } from "./docs/build.ts";
import { createLive, type Live } from "./docs/live.ts";
import { loadModule } from "./docs/redoc/render.ts";
import { serveDocs } from "./docs/serve.ts";
import { makeDocumentedCall } from "./documented-call.ts";
import { renderFiles } from "./generate/files.ts";
import { writeFolder } from "./generate/folder.ts";
import { loadTypesGenerator } from "./generate/types.ts";
import { loadSpecWith } from "./spec/load.ts";

const spec = resolve(packageRoot, "openapi");
const generated = resolve(packageRoot, "generated");
const docsFolder = resolve(packageRoot, "dist/docs");

/** Mock, `generated/` and docs are made while the description is still being linted, and put in their places after. */
const preparation = {
  async prepare(document: OpenApiDocument) {
    const mock = await timed(() => prepareMock({ spec: document }));
    // Under way: the mock need not wait for them.
    const files = settleAll([timed(() => renderFiles(document)), timed(() => renderDocs(document))]);
    files.catch(() => {});
    return { mock, files };
  },
  meanwhile() {
    // It fails again where it is waited for.
    loadModule().catch(() => {});
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
    // At once, whatever is under way: nothing here has to be put in order first.
    void untilInterrupted().then(() => process.exit(0));

    const startedAt = performance.now();
    const live = once ? undefined : createLive();
    const docs = live && (await serveDocs(docsFolder, docsPort, live).catch(namePortFlag("--docs-port")));
    const { result: prepared, ms } = await timed(() => loadSpecWith(spec, preparation));
    let mock = await openMock(prepared.mock.result, mockPort).catch(namePortFlag("--mock-port"));
    const [files, docsFiles] = await prepared.files;
    await place(files.result, docsFiles.result);
    const call = await timed(() => makeDocumentedCall(mock.url));
    printStep("lint", "openapi/ holds, and the rest is made meanwhile", ms);
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

/** Does everything again for the saved description. Where that fails, faults are printed and shown, and all stays as it is. */
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
    live.showFaults(text);
    console.error(text);
    console.error("not rebuilt: the last good mock and docs keep running");
    return mock;
  }
}

/** Puts what was made for files in its place. */
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
