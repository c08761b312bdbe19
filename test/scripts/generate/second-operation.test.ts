import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runTool } from "../../../scripts/cli/run-node.ts";
import { packageRoot } from "../../../src/internal/package-root.ts";
import { type MockExchange, startMock } from "../../../src/mock/index.ts";
import { runScript, scriptPath } from "../../helpers/run-script.ts";
import { scratchCheckout } from "../../helpers/scratch.ts";

const fixture = join(packageRoot, "test/fixtures/second-operation");

test("a second operation is only YAML: types, method, mock and docs follow", async () => {
  const checkout = await scratchCheckout();
  for (const folder of ["paths", "components"]) {
    await cp(join(fixture, folder), join(checkout, "openapi", folder), { recursive: true });
  }
  const root = join(checkout, "openapi/openapi.yaml");
  const addedPath = "  /suno/persona/{persona_id}/clips/:\n    $ref: paths/suno_persona_{persona_id}_clips.yaml\n";
  await writeFile(root, (await readFile(root, "utf8")).replace("\ncomponents:", `\n${addedPath}components:`));

  const generated = await runScript(scriptPath("generate"), [], { checkout });
  expect(generated).toMatchObject({ exitCode: 0, stderr: "" });
  const client = await readFile(join(checkout, "generated/client.ts"), "utf8");
  expect(client).toContain("replacePersonaClips(body: Input<ReplaceClipsRequest>, options: Options & { params:");
  expect(client).toContain("globalThis.Promise<ReplacedClips | QueuedJob>");
  expect(client).toContain("@param options.params.path `persona_id`: Id of the persona.");
  expect(client).toContain('persona_id: "fd213afd-ac1c-4822-9802-c1c0ea45e77b"');

  await cp(join(fixture, "consumer.ts"), join(checkout, "consumer.ts"));
  const consumerConfig = { extends: "./tsconfig.json", include: [], files: ["consumer.ts"] };
  await writeFile(join(checkout, "tsconfig.consumer.json"), JSON.stringify(consumerConfig));
  const compiled = await runTool("typescript/bin/tsc", ["-p", join(checkout, "tsconfig.consumer.json")]);
  expect(compiled).toMatchObject({ exitCode: 0, stdout: "" });

  const exchanges: MockExchange[] = [];
  const mock = await startMock({
    spec: join(checkout, "generated/openapi.json"),
    onExchange: (exchange) => exchanges.push(exchange),
  });
  try {
    const consumer = await runScript("consumer.ts", [mock.url], { checkout });
    expect(consumer).toMatchObject({
      exitCode: 0,
      stdout: "replaced 54834687-5e79-4f08-8e14-cf188f15b598\nqueued 7\n",
      stderr: "",
    });
  } finally {
    await mock.close();
  }
  const path = "/suno/persona/fd213afd-ac1c-4822-9802-c1c0ea45e77b/clips/?limit=5";
  expect(exchanges.slice(0, 2)).toMatchObject([
    { method: "PUT", path, status: 200, violations: [] },
    { method: "PUT", path, status: 202, violations: [] },
  ]);

  const docs = await runScript(scriptPath("docs"), [], { checkout });
  expect(docs).toMatchObject({ exitCode: 0 });
  expect(await readFile(join(checkout, "dist/docs/index.html"), "utf8")).toContain("replacePersonaClips");
});
