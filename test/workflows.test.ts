import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { languages } from "../src/clients/languages.ts";
import { packageRoot } from "../src/command/package-root.ts";

interface Workflow {
  on: { push?: { paths?: string[] } };
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

interface Job {
  permissions?: Record<string, string>;
  "timeout-minutes"?: number;
  steps: { uses?: string; run?: string; with?: Record<string, unknown> }[];
}

const folder = join(packageRoot, ".github/workflows");
const texts = await Promise.all(
  (await readdir(folder)).map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const),
);
const read = (wanted: string): Workflow => parse(texts.find(([name]) => name === wanted)?.[1] ?? "");
const { jobs } = read("release.yml");

describe.each(texts)("%s", (_, text) => {
  const workflow: Workflow = parse(text);
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test("names every action by its commit, with the version beside it", () => {
    const uses = [...text.matchAll(/\buses: *(.*)/g)].map(([, action]) => action);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((action) => !/^[\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(action ?? ""))).toEqual([]);
  });

  test("grants nothing to all jobs but reading, and every job has its limit of time", () => {
    expect([{}, { contents: "read" }]).toContainEqual(workflow.permissions);
    for (const [name, job] of Object.entries(workflow.jobs)) expect(job["timeout-minutes"], name).toBeGreaterThan(0);
  });

  test("uses no secret but the run's own token", () => {
    expect(text).not.toMatch(/secrets\b|_authToken|NODE_AUTH_TOKEN|NPM_TOKEN/);
  });

  test("writes no expression into a shell command", () => {
    const commands = steps.flatMap(({ run }) => run ?? []);
    expect(commands.filter((run) => /\$\{\{(?! matrix\.)/.test(run))).toEqual([]);
  });
});

describe("clients in other languages and other generators", () => {
  const { on, jobs } = read("others.yml");
  const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));

  test("are tried each week, on demand, and where what they come from changes", () => {
    expect(on).toMatchObject({ schedule: [{ cron: expect.any(String) }], workflow_dispatch: null });
    const sources = ["openapi/**", "generated/**", "src/clients/**", "scripts/compat/**", "package-lock.json"];
    expect(on.push?.paths).toEqual(expect.arrayContaining(sources));
  });

  test("are all tried: a language whose tools are missing fails the run", () => {
    const names = languages.map(({ name }) => name);
    const clients = commands.find((command) => command.includes("npm run -s clients"));
    expect(clients).toContain(` -- ${names.join(" ")} |`);
    expect(clients).toContain(`grep -x "${names.length} of ${names.length} tried"`);
    expect(commands).toContain("npm ci --ignore-scripts --prefix scripts/compat && npm run compat");
  });
});

describe("the release", () => {
  test("gives each job what it needs and no more", () => {
    expect(Object.fromEntries(Object.entries(jobs).map(([name, { permissions }]) => [name, permissions]))).toEqual({
      version: { contents: "write", "pull-requests": "write" },
      pack: { contents: "read" },
      publish: { "id-token": "write" },
      announce: { contents: "write" },
    });
  });

  test("runs nothing of the repository or its packages where it may publish", () => {
    const { steps = [] } = jobs.publish ?? {};
    expect(steps.map(({ uses, run }) => uses?.replace(/@.*/, "") ?? run)).toEqual([
      "actions/setup-node",
      "actions/download-artifact",
      "npm publish ./*.tgz --provenance --access public --ignore-scripts",
    ]);
  });

  test("tests what it packs, and runs no install script", () => {
    const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    expect(jobs.pack?.steps.map(({ run }) => run)).toContain("npm ci --ignore-scripts && npm test");
    expect(commands.filter((run) => /npm (ci|install)\b(?! --ignore-scripts)/.test(run))).toEqual([]);
  });

  test("makes versions with the command that the others use", () => {
    const action = jobs.version?.steps.find(({ uses }) => uses?.startsWith("changesets/action@"));
    expect(action?.with).toMatchObject({ version: "npm run release" });
    expect(action?.with).not.toHaveProperty("publish");
  });
});
