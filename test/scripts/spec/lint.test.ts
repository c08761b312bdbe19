import { appendFile, cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readLayout } from "../../../scripts/spec/layout.ts";
import { lintSpec } from "../../../scripts/spec/lint.ts";
import { type LintProblem, SpecProblemsError } from "../../../scripts/spec/lint-problem.ts";
import { redocly, redoclyConfig } from "../../../scripts/spec/redocly.ts";
import { packageRoot } from "../../../src/internal/package-root.ts";
import { scratchFolder, scratchSpec } from "../../helpers/scratch.ts";
import { readPersonaDocument } from "../../openapi/persona-document.ts";

/** Changes one file of a copy of the description and returns what lint finds, with paths as they stand in the folder. */
async function problemsAfter(file: string, change: (text: string) => string): Promise<LintProblem[]> {
  const folder = await scratchSpec();
  const path = join(folder, file);
  const text = await readFile(path, "utf8");
  const changed = change(text);
  expect(changed, "the change changes nothing").not.toBe(text);
  await writeFile(path, changed);
  return problemsOf(folder);
}

async function problemsOf(folder: string): Promise<LintProblem[]> {
  const error = await readLayout(folder)
    .then(lintSpec)
    .then(
      () => undefined,
      (reason: unknown) => reason,
    );
  if (error === undefined) return [];
  if (!(error instanceof SpecProblemsError)) throw error;
  expect(error.exitCode).toBe(1);
  return error.problems.map((problem) => ({ ...problem, file: problem.file.slice(folder.length + 1) }));
}

test("the spec passes, with its workflow", async () => {
  expect(await problemsOf(join(packageRoot, "openapi"))).toEqual([]);
});

test("a problem is a line: file:line:column  message  (rule)", async () => {
  const folder = await scratchSpec();
  await appendFile(join(folder, "components/schemas/Clip.yaml"), "type: object\n");
  await expect(readLayout(folder).then(lintSpec)).rejects.toThrow(
    /^\S.*components\/schemas\/Clip\.yaml:165:1 {2}\S.* {2}\(parsable\)$/,
  );
});

describe("what is no description", () => {
  test("a duplicate key", async () => {
    const [problem] = await problemsAfter("components/schemas/ClipId.yaml", (text) => `${text}type: string\n`);
    expect(problem).toMatchObject({ file: "components/schemas/ClipId.yaml", line: 6, column: 1, rule: "parsable" });
    expect(problem?.message).toContain("keys must be unique");
  });

  test("text that is not YAML", async () => {
    const [problem] = await problemsAfter("openapi.yaml", () => "openapi: [\n");
    expect(problem).toMatchObject({ file: "openapi.yaml", line: 2, rule: "parsable" });
  });

  test("YAML that is no mapping", async () => {
    const [problem] = await problemsAfter("openapi.yaml", () => "hello\n");
    expect(problem).toMatchObject({ file: "openapi.yaml", line: 1, column: 1, rule: "parsable" });
  });

  test("no root file", async () => {
    const folder = await scratchSpec();
    await rm(join(folder, "openapi.yaml"));
    expect(await problemsOf(folder)).toMatchObject([{ file: "openapi.yaml", rule: "readable" }]);
  });

  test("a $ref that leads nowhere", async () => {
    const problems = await problemsAfter("components/schemas/PersonaClip.yaml", (text) =>
      text.replace("$ref: Clip.yaml", "$ref: Nowhere.yaml"),
    );
    expect(problems).toMatchObject([
      { file: "components/schemas/PersonaClip.yaml", line: 10, column: 11, rule: "no-unresolved-refs" },
    ]);
  });

  test("a $ref to another host, which is not fetched", async () => {
    const problems = await problemsAfter("components/schemas/PersonaClip.yaml", (text) =>
      text.replace("$ref: Clip.yaml", "$ref: https://127.0.0.1:1/Clip.yaml"),
    );
    expect(problems).toMatchObject([{ file: "components/schemas/PersonaClip.yaml", line: 10, rule: "no-remote-ref" }]);
  });

  test("an example that does not match its schema", async () => {
    const problems = await problemsAfter("components/examples/Persona.json", (text) => text.replace('"food"', "5"));
    expect(problems).toMatchObject([
      { file: "components/examples/Persona.json", line: 6, column: 13, rule: "no-invalid-media-type-examples" },
    ]);
  });
});

describe("our own rules", () => {
  test("the path keeps its final slash", async () => {
    const problems = await problemsAfter("openapi.yaml", (text) => text.replace("/create/:", "/create:"));
    expect(problems).toMatchObject([{ file: "openapi.yaml", rule: "rule/path-final-slash" }]);
  });

  test("every property has a description", async () => {
    const problems = await problemsAfter("components/schemas/Clip.yaml", (text) =>
      text.replace(/ +description: Title of the clip\.\n/, ""),
    );
    expect(problems).toMatchObject([{ file: "components/schemas/Clip.yaml", rule: "own/schema-description" }]);
  });

  test("every property has an example", async () => {
    const problems = await problemsAfter("components/schemas/ClipMetadata.yaml", (text) =>
      text.replace(/ +examples:\n +- gen\n/, ""),
    );
    expect(problems).toContainEqual(expect.objectContaining({ line: 23, column: 3, rule: "own/schema-example" }));
  });

  test("every schema has a description and an example", async () => {
    const problems = await problemsAfter("components/schemas/ApiErrorBody.yaml", () => "type: object\n");
    expect(problems).toMatchObject([
      { file: "components/schemas/ApiErrorBody.yaml", line: 1, rule: "own/schema-description" },
      { file: "components/schemas/ApiErrorBody.yaml", line: 1, rule: "own/schema-example" },
    ]);
  });

  test("every request body has an example", async () => {
    const problems = await problemsAfter("paths/suno_persona_create.yaml", (text) =>
      text.replace(/ +examples:\n.*\n.*CreatePersonaRequest\.json\n/, ""),
    );
    expect(problems.map(({ rule }) => rule)).toContain("rule/request-example");
  });

  test("every 2xx answer has an example", async () => {
    const problems = await problemsAfter("paths/suno_persona_create.yaml", (text) =>
      text.replace(/ +examples:\n +documented:\n +\$ref: .*Persona.json\n/, ""),
    );
    expect(problems.map(({ rule }) => rule)).toContain("rule/success-example");
  });

  test("operationIds are camelCase", async () => {
    const problems = await problemsAfter("paths/suno_persona_create.yaml", (text) =>
      text.replace("operationId: createPersona", "operationId: create_persona"),
    );
    expect(problems.map(({ rule }) => rule)).toContain("rule/operation-id-camel-case");
  });

  test("nothing lies under openapi/ that nothing refers to", async () => {
    const folder = await scratchSpec();
    await cp(join(folder, "components/schemas/Clip.yaml"), join(folder, "components/schemas/Orphan.yaml"));
    expect(await problemsOf(folder)).toMatchObject([
      { file: "components/schemas/Orphan.yaml", rule: "no-orphan-file" },
    ]);
  });

  test("a component's file is named in PascalCase", async () => {
    const folder = await scratchSpec();
    await cp(join(folder, "components/schemas/ClipId.yaml"), join(folder, "components/schemas/clip-id.yaml"));
    await rm(join(folder, "components/schemas/ClipId.yaml"));
    for (const file of ["CreatePersonaRequest", "Persona", "Clip"]) {
      const path = join(folder, `components/schemas/${file}.yaml`);
      await writeFile(path, (await readFile(path, "utf8")).replaceAll("ClipId.yaml", "clip-id.yaml"));
    }
    expect(await problemsOf(folder)).toMatchObject([
      { file: "components/schemas/clip-id.yaml", rule: "component-file-name" },
    ]);
  });

  test("workflows are linted too", async () => {
    const inWorkflow = await problemsAfter("workflows/create-persona.arazzo.yaml", (text) =>
      text.replace("stepId: create", "stepId: 3"),
    );
    expect(inWorkflow[0]).toMatchObject({ file: "workflows/create-persona.arazzo.yaml", line: 30 });
  });
});

test("redocly score: full marks but for the two that only invented constraints would raise", async () => {
  const file = join(await scratchFolder(), "openapi.json");
  await writeFile(file, JSON.stringify(await readPersonaDocument()));
  const run = await redocly("score", file, `--config=${redoclyConfig}`, "--format=json");
  const { agentReadiness, subscores } = JSON.parse(run.stdout);
  const { schemaSimplicity, constraintClarity, ...others } = subscores;
  for (const [name, score] of Object.entries(others)) expect(score, name).toBe(1);
  // Three levels of objects, and constraints on the few values whose form the page shows: see DECISIONS.md.
  expect(schemaSimplicity).toBe(0.625);
  expect(constraintClarity).toBeCloseTo(5 / 19);
  expect(agentReadiness).toBe(88.7);
});
