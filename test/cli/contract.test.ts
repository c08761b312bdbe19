import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { judge, personaSpec, startPersonaProvider, validResponse } from "../helpers/judge-persona.ts";
import { http, rawServer } from "../helpers/raw-server.ts";
import { scriptPath, startScript } from "../helpers/run-script.ts";
import { scratchFolder } from "../helpers/scratch.ts";

test("--dry-run prints what would be sent, and sends nothing", async () => {
  const { url, requests } = await rawServer(validResponse);
  const { exitCode, stdout } = await judge(url, "--dry-run", "--only", "required", "--rate", "2");
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(
    /^1 operation, (\d+) test cases, \1 requests, about \d+ s at 2 requests per second\. Nothing was sent\.\n\nrequest +operation +cases +requests\nPOST \/suno\/persona\/create\/ +createPersona +\1 +\1\n$/,
  );
  expect(requests).toEqual([]);
});

test("--operation, --path, --method and --tag select, --exclude-… leaves out, --max-cases bounds", async () => {
  const { url } = await startPersonaProvider();
  const some = await judge(url, "--path", "/suno/**", "--method", "post", "--max-cases", "3", "--concurrency", "4");
  expect(some.exitCode).toBe(0);
  expect(some.stdout).toMatch(
    /^The server keeps .*: \d+ cases\. The run was limited to 3 test cases of each operation\.\n/,
  );
  expect(some.stdout).toContain("beyond the 3 of --max-cases");
  const none = await judge(url, "--exclude-operation", "createPersona");
  expect(none).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringMatching(/^Nothing was tested/) });
});

describe("several reports of one run", () => {
  test("each goes where its --out says, and the job's summary where GitHub says", async () => {
    const { url } = await rawServer(http(418));
    const target = await scratchFolder();
    const [xml, sarif, summary] = ["r.xml", "r.sarif", "summary.md"].map((name) => join(target, name)) as [
      string,
      string,
      string,
    ];
    vi.stubEnv("GITHUB_STEP_SUMMARY", summary);
    onTestFinished(() => void vi.unstubAllEnvs());
    const reporters = ["pretty", "--reporter", "junit", "--out", xml, "--reporter", "sarif", "--out", sarif];
    const run = await judge(url, "--only", "examples", "--reporter", ...reporters, "--reporter", "github");
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(/^The server does not keep /);
    expect(run.stdout).toMatch(/^::error title=Contract::The server does not keep /m);
    expect(run.stdout.endsWith(`failed: ${xml}\nfailed: ${sarif}\n`)).toBe(true);
    expect(await readFile(xml, "utf8")).toContain("<testsuites ");
    expect(JSON.parse(await readFile(sarif, "utf8"))).toMatchObject({ version: "2.1.0" });
    expect(await readFile(summary, "utf8")).toMatch(/^## Contract\n/);
  });

  test.each([
    [
      ["pretty", "--reporter", "json"],
      "--reporter json would be printed among another report: write --out FILE after it.\n",
    ],
    [
      ["json", "--out", "a", "--reporter", "junit", "--out", "a"],
      "--out a is given for two reports: name another file.\n",
    ],
  ])("%j is refused before anything is sent", async (reporters, message) => {
    const { url, requests } = await rawServer(validResponse);
    const run = await judge(url, "--reporter", ...reporters);
    expect(run).toEqual({ exitCode: 2, stdout: "", stderr: message });
    expect(requests).toEqual([]);
  });

  test("a file that cannot be written is told in a line", async () => {
    const { url } = await rawServer(validResponse);
    const run = await judge(
      url,
      "--only",
      "examples",
      "--reporter",
      "json",
      "--out",
      join(await scratchFolder(), "no", "r.json"),
    );
    expect(run).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/^Cannot write .*r\.json .*Check --out\.\n$/),
    });
  });
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s ends a run with the report so far, exit 2 where nothing was found",
  async (signal) => {
    const { url, requests } = await rawServer(validResponse);
    const child = startScript(scriptPath("contract"), [
      "--url",
      url,
      "--spec",
      await personaSpec(),
      "--rate",
      "5",
      "--max-time",
      "60",
    ]);
    const stdout = text(child.stdout);
    const closed = once(child, "close");
    await vi.waitFor(() => expect(requests.length).toBeGreaterThan(0), 10_000);
    child.kill(signal);
    expect(await closed).toEqual([2, null]);
    expect(await stdout).toMatch(
      /^No violations in what was sent: .* The report is partial: the run was interrupted\.\n/,
    );
  },
);
