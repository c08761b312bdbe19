import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { Report } from "../../src/contract/report/report.ts";
import { packageRoot } from "../../src/internal/package-root.ts";
import { familyOf } from "../contract/cases/plan.ts";
import { keysOf } from "../contract/model/keys.ts";
import { contract, judge, personaSpec, startPersonaProvider, validResponse } from "../helpers/judge-persona.ts";
import { http, rawServer } from "../helpers/raw-server.ts";
import { runCommand } from "../helpers/run-command.ts";
import { runScript, scriptPath } from "../helpers/run-script.ts";
import { scratchFolder } from "../helpers/scratch.ts";
import { documentedAnswer } from "../openapi/documented-example.ts";
import { readPersonaDocument } from "../openapi/persona-document.ts";

const { Ajv2020 } = createRequire(import.meta.url)("ajv/dist/2020");
const addFormats = createRequire(import.meta.url)("ajv-formats");

test("without --url it judges a mock that it starts: exit 0 and a table", async () => {
  const { exitCode, stdout, stderr } = await runScript(scriptPath("contract"));
  // A run that takes long prints its progress.
  expect({ exitCode, stderr: stderr.replaceAll(/^(\d+ %, )?\d+ cases, .*\n/gm, "") }).toEqual({
    exitCode: 0,
    stderr: "",
  });
  expect(stdout).toMatch(/^The server keeps the contract of Suno Persona API 0\.1\.0: \d{3,} cases\.\n/);
  expect(stdout).toMatch(/^family +cases +passed +failed +waived +skipped$/m);
  expect(stdout).toMatch(/ seed 1, suno-persona\/\d/);
});

test("with the key of the server it tries wrong ones, and never prints the right one", async () => {
  const { url, token } = await startPersonaProvider();
  const args = ["--url", url, "--spec", await personaSpec(), "--token-env", "REFERENCE_KEY", "--reporter", "json"];
  vi.stubEnv("REFERENCE_KEY", token);
  onTestFinished(() => void vi.unstubAllEnvs());
  const { exitCode, stdout } = await contract(...args);
  expect(exitCode).toBe(0);
  const report: Report = JSON.parse(stdout);
  const own = { value: token, variable: "REFERENCE_KEY" };
  const planned = familyOf(await readPersonaDocument(), "credentials", { keys: keysOf(own) });
  expect(report.families.find(({ family }) => family === "credentials")?.cases).toBe(planned.length);
  expect(stdout).not.toContain(token);
});

describe("a server that does not keep the contract: exit 1", () => {
  const answer = http(200, { "Content-Type": "application/json" }, JSON.stringify({ ...documentedAnswer, id: 5 }));

  test("a paragraph per error: request, expected, spec, actual, and how to reproduce it", async () => {
    const { url } = await rawServer(answer);
    const { exitCode, stdout, stderr } = await judge(url, "--only", "examples,required");
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(stdout).toMatch(
      /^The server does not keep the contract of Suno Persona API 0\.1\.0: 2 errors, \d+ cases\. The run was limited to the families examples, required\.\n/,
    );
    expect(stdout).toMatch(
      /^1 {2}createPersona: the server accepts what the spec forbids {2}\(negative-data-rejection\)\n {3}request +`root_clip_id` is absent; /m,
    );
    expect(stdout).toContain("openapi.json#/components/schemas/CreatePersonaRequest/required");
    expect(stdout).toMatch(
      /^ {3}reproduce +curl -sS -i -X POST 'http:\/\/127\.0\.0\.1:\d+\/suno\/persona\/create\/' /m,
    );
    expect(stdout).toContain("a 200 whose id must be string");
  });

  test("JSON keeps its schema, JUnit is in the file that --out names", async () => {
    const { url } = await rawServer(answer);
    const { exitCode, stdout } = await judge(url, "--only", "examples", "--reporter", "json");
    expect(exitCode).toBe(1);
    const schema = await readFile(join(packageRoot, "src/contract/report/report.schema.json"), "utf8");
    const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
    const validate = ajv.compile(JSON.parse(schema));
    validate(JSON.parse(stdout));
    expect(validate.errors).toBeNull();
    expect(ajv.validate(JSON.parse(schema), { ...JSON.parse(stdout), more: 1 })).toBe(false);

    const out = join(await scratchFolder(), "report.xml");
    const run = await judge(url, "--only", "examples", "--reporter", "junit", "--out", out);
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toBe(`failed: ${out}\n`);
    const xml = await readFile(out, "utf8");
    expect(xml).toMatch(/<testsuite name="createPersona" tests="(\d+)" failures="\1" errors="0" skipped="0">/);
    expect(xml.match(/expected: /g)).toHaveLength(1);
    expect(xml).toContain("violation: createPersona/body-schema/");
  });

  test("a waiver with its reason makes it hold; one that matches nothing does not", async () => {
    const { url } = await rawServer(answer);
    const waivers = join(await scratchFolder(), "waivers.yaml");
    await writeFile(waivers, "- violation: createPersona/body-schema/*\n  reason: ids are numbers here\n");
    const held = await judge(url, "--only", "examples", "--waivers", waivers);
    expect(held.exitCode).toBe(0);
    expect(held.stdout).toContain("(1 case): ids are numbers here");
    await writeFile(
      waivers,
      "- violation: createPersona/body-schema/*\n  reason: r\n- violation: gone/*\n  reason: mended\n",
    );
    const stale = await judge(url, "--only", "examples", "--waivers", waivers);
    expect(stale.exitCode).toBe(1);
    expect(stale.stdout).toContain("Stale waivers, which match nothing: remove them:\n  gone/*: mended");
  });
});

test("--case sends one case again, by its id and the seed of a report without a curl line for it", async () => {
  const { url } = await rawServer(validResponse);
  const key = "Key-of-4711-and-more";
  const env = { CONTRACT_KEY: key };
  const args = ["--url", url, "--spec", await personaSpec(), "--token-env", "CONTRACT_KEY", "--seed", "3"];
  const whole = await runScript(scriptPath("contract"), [...args, "--only", "credentials", "--reporter", "json"], {
    env,
  });
  const { violations }: Report = JSON.parse(whole.stdout);
  const shown = violations.flatMap(({ cases }) => cases);
  const id = shown.find(({ curl }) => curl === undefined)?.id ?? "";
  expect(id).toMatch(/^createPersona\/credentials\//);

  const one = await runScript(scriptPath("contract"), [...args, "--case", id, "--strict"], { env });
  expect(one.exitCode).toBe(1);
  expect(one.stdout).toMatch(/^credentials +1 /m);
  expect(one.stdout).toContain(`   reproduce  run this test case alone, with --case '${id}' --seed 3\n`);
  expect(whole.stdout + one.stdout).not.toContain([...key].reverse().join(""));

  const none = await runScript(scriptPath("contract"), [...args, "--case", "gone"], { env });
  expect(none).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("--case") });
});

test("shards are parts of the same cases", async () => {
  const { url } = await startPersonaProvider();
  const casesOf = async (...args: string[]) => {
    const { stdout } = await judge(url, "--only", "required,type", "--reporter", "json", ...args);
    const { families }: Report = JSON.parse(stdout);
    const own = families.filter(({ family }) => family !== "recovery");
    return own.reduce((sum, { cases }) => sum + cases, 0);
  };
  const all = await casesOf();
  const [first, second] = [await casesOf("--shard", "1/2"), await casesOf("--shard", "2/2")];
  expect([first, second]).not.toContain(0);
  expect(first + second).toBe(all);
});

test("a remote server: no operation that changes things is called, so nothing is tested", async () => {
  const { exitCode, stdout, stderr } = await judge("http://192.0.2.1");
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toBe(
    "Nothing was tested. createPersona: 192.0.2.1 is a remote server, and the operation may change things: --allow-create calls it.\n",
  );
});

test("all test cases are made from the values of --request", async () => {
  const { url, requests } = await rawServer(validResponse);
  const file = join(await scratchFolder(), "request.json");
  const body = {
    root_clip_id: "0f5a8ac1-6c4b-4d29-9a51-0a7f6d3c2b10",
    name: "n",
    description: "d",
    clips: [],
    is_public: false,
  };
  await writeFile(file, JSON.stringify(body));
  await judge(url, "--only", "examples", "--request", file);
  expect(requests[0]).toContain(JSON.stringify(body));
});

describe("what cannot be run: exit 2 and one line", () => {
  test.each([
    [["--url", "nowhere"], /^--url takes an http or https URL, not "nowhere"\.\n$/],
    [["--url", "http://u:p@127.0.0.1"], /^--url contains credentials: .*--token-env.*\n$/],
    [["--url", "http://127.0.0.1/?a=b"], /^--url is a base URL: .*\n$/],
    [["--only", "nothing"], /^Unknown family "nothing" in --only\. Choose any of: examples, .*\n$/],
    [["--shard", "3/2"], /^--shard takes INDEX\/TOTAL, .* not "3\/2"\.\n$/],
    [["--seed", "x"], /^--seed takes a whole number from 1, not "x"\. Usage: .*\n$/],
    [["--timeout", "0"], /^--timeout takes a whole number of milliseconds from 1, not "0"\. Usage: .*\n$/],
    [["--reporter", "html"], /^--reporter takes pretty or json or junit or sarif or github, not "html"\. Usage: .*\n$/],
    [["--token-env", "NOT_SET_ANYWHERE"], /^The environment variable NOT_SET_ANYWHERE is not set\. .*\n$/],
    [["--spec", "nowhere.json"], /^Cannot read nowhere\.json \(ENOENT\)\. Check the path\.\n$/],
    [["--waivers", "package.json"], /^waivers must be a list of waivers, .*\n$/],
    [["--har", "package.json"], /^The recording is not a HAR 1\.2 file: .*\n$/],
  ])("%j", async (args, message) => {
    const { exitCode, stdout, stderr } = await contract(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });
});

test("contract:mutation prints by group what is found of the planted faults", async () => {
  const { exitCode, stdout } = await runCommand("mutation", ["--only", "persona/redirect", "--every", "4"]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^\| Group \| Mutants \| Found \| Found with `x-contract` \|\n/);
  expect(stdout).toMatch(/^\| all \| 3 \| \d \| 3 \|$/m);
});
