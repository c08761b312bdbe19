import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runTool } from "../../../scripts/cli/run-node.ts";
import { packageRoot } from "../../../src/internal/package-root.ts";
import { defaultSpec, readDocument } from "../../../src/openapi/read-document.ts";
import { compile, consumerProject } from "../../helpers/consumer-project.ts";
import { scratchCheckout } from "../../helpers/scratch.ts";
import { renderTypesByRedocly } from "../../helpers/second-generator.ts";
import { strictConsumer } from "../../helpers/strict-consumer.ts";

test("with another generator's types in place of generated/schema.ts, the client builds and the same consumer compiles", async () => {
  const checkout = await scratchCheckout();
  await cp(join(packageRoot, "tsconfig.build.json"), join(checkout, "tsconfig.build.json"));
  const files = await renderTypesByRedocly(await readDocument(defaultSpec), defaultSpec);
  for (const [name, text] of files) await writeFile(join(checkout, "generated", name), text);

  const project = await consumerProject(["openapi-fetch"]);
  const output = join(project, "node_modules/suno-persona/dist/lib");
  const built = await runTool("typescript/bin/tsc", ["-p", join(checkout, "tsconfig.build.json"), "--outDir", output]);
  expect(built).toMatchObject({ exitCode: 0, stdout: "" });

  await writeFile(join(project, "consumer.ts"), strictConsumer);
  const settings = { noEmit: true, lib: ["es2022", "dom", "dom.iterable"], types: [] };
  expect(await compile(project, settings)).toMatchObject({ exitCode: 0, stdout: "" });

  // The consumer does see the second generator's types: it fails with them.
  const models = join(output, "generated/models.d.ts");
  const text = await readFile(models, "utf8");
  await writeFile(models, text.replace("persona_clips: PersonaClip[]", "persona_clips: number"));
  const failed = await compile(project, settings);
  expect(failed.stdout).toMatch(/consumer\.ts\(\d+,\d+\): error TS/);
  expect(failed.exitCode).not.toBe(0);
});
