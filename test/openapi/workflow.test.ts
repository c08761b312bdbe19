import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { redocly } from "../../scripts/spec/redocly.ts";
import { packageRoot } from "../../src/internal/package-root.ts";
import { startMock } from "../../src/mock/index.ts";
import { scratchFolder } from "../helpers/scratch.ts";

const workflow = join(packageRoot, "openapi/workflows/create-persona.arazzo.yaml");
const description = join(packageRoot, "openapi/openapi.yaml");

test("the workflow runs against the mock and hands persona_id and root_clip_id to the next step", async () => {
  const mock = await startMock({ requireKey: true });
  onTestFinished(() => mock.close());
  const folder = await scratchFolder();
  // Respect does not print a workflow's outputs, so a step that needs the output follows it.
  const next = join(folder, "next.arazzo.yaml");
  await writeFile(
    next,
    JSON.stringify({
      arazzo: "1.0.1",
      info: { title: "Next step", version: "1" },
      sourceDescriptions: [
        { name: "persona", type: "openapi", url: description },
        { name: "create", type: "arazzo", url: workflow },
      ],
      workflows: [
        {
          workflowId: "next",
          steps: [
            {
              stepId: "create",
              workflowId: "$sourceDescriptions.create.workflows.createPersona",
              parameters: [{ name: "api_key", value: "KEY" }],
              outputs: { persona_id: "$outputs.persona_id", root_clip_id: "$outputs.root_clip_id" },
            },
            {
              stepId: "use",
              operationId: "$sourceDescriptions.persona.createPersona",
              parameters: [{ name: "Authorization", in: "header", value: "Bearer KEY" }],
              requestBody: {
                contentType: "application/json",
                payload: {
                  root_clip_id: "$steps.create.outputs.persona_id",
                  name: "n",
                  description: "d",
                  clips: ["$steps.create.outputs.root_clip_id"],
                  is_public: false,
                },
              },
              successCriteria: [{ condition: "$statusCode == 200" }],
            },
          ],
        },
      ],
    }),
  );
  const log = join(folder, "log.json");
  const run = await redocly("respect", next, `--server=persona=${mock.url}`, `--json-output=${log}`);
  expect(run.exitCode, run.stdout + run.stderr).toBe(0);
  const { files }: RespectLog = JSON.parse(await readFile(log, "utf8"));
  const [created, used] = Object.values(files)[0]?.executedWorkflows[0]?.executedSteps ?? [];
  expect(created?.executedSteps?.[0]?.response?.statusCode).toBe(200);
  expect(used?.request?.body).toMatchObject({
    root_clip_id: "fd213afd-ac1c-4822-9802-c1c0ea45e77b",
    clips: ["54834687-5e79-4f08-8e14-cf188f15b598"],
  });
});

/** The part of Respect's JSON log that is read here. */
interface RespectLog {
  files: Record<string, { executedWorkflows: { executedSteps: Step[] }[] }>;
}

interface Step {
  request?: { body: Record<string, unknown> };
  response?: { statusCode: number };
  executedSteps?: Step[];
}
