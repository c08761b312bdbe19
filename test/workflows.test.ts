import { spawnSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compare } from "semver";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { languages } from "../scripts/languages/languages.ts";
import { packageRoot } from "../src/internal/package-root.ts";
import { scratchFolder } from "./helpers/scratch.ts";

interface Workflow {
  on: { push?: { paths?: string[] } };
  permissions: unknown;
  jobs: Record<string, Job>;
}

interface Job {
  if?: string;
  needs?: string | string[];
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

/** What each job of each workflow may do, and no more. */
const permissions: Record<string, Record<string, Record<string, string>>> = {
  "ci.yml": { test: { contents: "read" } },
  "docs.yml": { build: { contents: "read" }, deploy: { pages: "write", "id-token": "write" } },
  "others.yml": { clients: { contents: "read" }, compat: { contents: "read" }, runtimes: { contents: "read" } },
  "release.yml": {
    version: { contents: "write", "pull-requests": "write" },
    pack: { contents: "read" },
    publish: { "id-token": "write" },
    announce: { contents: "write" },
  },
};

/** The first version of each action that runs on Node 24; GitHub runs no older ones. */
const firstOnNode24: Record<string, string> = {
  "actions/checkout": "5.0.0",
  "actions/setup-node": "5.0.0",
  "actions/upload-artifact": "6.0.0",
  "actions/download-artifact": "7.0.0",
  "actions/upload-pages-artifact": "5.0.0",
  "actions/configure-pages": "6.0.0",
  "actions/deploy-pages": "5.0.0",
  "changesets/action": "1.6.0",
};

describe.each(texts)("%s", (file, text) => {
  const workflow: Workflow = parse(text);
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test("names every action by its commit, with the version beside it", () => {
    const uses = [...text.matchAll(/\buses: *(.*)/g)].map(([, action]) => action);
    expect(uses).toHaveLength(steps.filter((step) => step.uses !== undefined).length);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((action) => !/^[\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(action ?? ""))).toEqual([]);
  });

  test("names no action that runs on a Node which GitHub has taken away", () => {
    for (const [, action = "", version = ""] of text.matchAll(/\buses: *(.*)@.* # v(.*)/g)) {
      expect(compare(version, firstOnNode24[action] ?? "unknown"), action).toBeGreaterThanOrEqual(0);
    }
  });

  test("grants nothing to all jobs, and to each what it needs and no more", () => {
    expect(workflow.permissions).toEqual({});
    const granted = Object.entries(workflow.jobs).map(([name, job]) => [name, job.permissions]);
    expect(Object.fromEntries(granted)).toEqual(permissions[file]);
  });

  test("leaves no credentials of git's behind", () => {
    const checkouts = steps.filter((step) => step.uses?.startsWith("actions/checkout@"));
    expect(checkouts.filter((step) => step.with?.["persist-credentials"] !== false)).toEqual([]);
  });

  test("writes nothing from a fork", () => {
    const isKept = (name: string): boolean => {
      const { if: condition, needs = [] } = workflow.jobs[name] ?? {};
      return condition?.includes("!github.event.repository.fork") || [needs].flat().some(isKept);
    };
    const writing = Object.entries(permissions[file] ?? {}).filter(([, granted]) =>
      Object.values(granted).includes("write"),
    );
    expect(writing.map(([name]) => name).filter((name) => !isKept(name))).toEqual([]);
  });

  test("gives every job its limit of time", () => {
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

describe("clients in other languages, other generators and other runtimes", () => {
  const { on, jobs } = read("others.yml");
  const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));

  test("are tried each week, on demand, and where what they come from changes", () => {
    expect(on).toMatchObject({ schedule: [{ cron: expect.any(String) }], workflow_dispatch: null });
    const sources = [
      "openapi/**",
      "generated/**",
      "scripts/languages/**",
      "scripts/compat/**",
      "scripts/runtimes/**",
      "src/client/**",
      "package-lock.json",
    ];
    expect(on.push?.paths).toEqual(expect.arrayContaining(sources));
  });

  test("are all tried: a language whose tools are missing fails the run", () => {
    const names = languages.map(({ name }) => name);
    const clients = commands.find((command) => command.includes("npm run -s clients"));
    expect(clients).toContain(` -- ${names.join(" ")} |`);
    expect(clients).toContain(`grep -x "${names.length} of ${names.length} tried"`);
    expect(commands).toContain("npm ci --ignore-scripts --prefix scripts/compat && npm run compat");
    expect(commands).toContain("npm ci --ignore-scripts --prefix scripts/runtimes && npm run runtimes");
  });
});

describe("the release", () => {
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
    expect(action?.with).toMatchObject({ version: "npm run release", commitMode: "github-api" });
    expect(action?.with).not.toHaveProperty("publish");
  });

  test.each([
    ["that is missing", undefined, 1],
    ["of another project", "git+https://github.com/owner/other.git", 1],
    ["whose name only ends like it", "https://github.com/owner/project-two", 1],
    ["of this one", "git+https://github.com/owner/project.git", 0],
    ["of this one, without its ending", "https://github.com/owner/project", 0],
  ])("packs only where package.json names this repository, whatever it has: one %s", async (_, url, exitCode) => {
    const check = jobs.pack?.steps.find(({ run }) => run?.includes("repository.url"))?.run ?? "";
    const folder = await scratchFolder();
    await writeFile(
      join(folder, "package.json"),
      JSON.stringify({ name: "project", ...(url && { repository: { url } }) }),
    );
    const env = { ...process.env, GITHUB_REPOSITORY: "owner/project" };
    const { status, stdout } = spawnSync("bash", ["-e", "-c", check], { cwd: folder, env, encoding: "utf8" });
    expect(status).toBe(exitCode);
    expect(stdout).toMatch(
      exitCode === 0 ? /^$/ : /^::error::package\.json has no repository\.url that .*: set it.*\n$/,
    );
  });
});
