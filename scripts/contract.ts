import { readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { families } from "../src/contract/cases/index.ts";
import { judgeHar } from "../src/contract/har/judge-har.ts";
import { renderJson } from "../src/contract/report/json.ts";
import { renderJunit } from "../src/contract/report/junit.ts";
import { renderPretty } from "../src/contract/report/pretty.ts";
import { createProgress } from "../src/contract/report/progress.ts";
import type { Report } from "../src/contract/report/report.ts";
import type { ContractOptions } from "../src/contract/run/prepare.ts";
import { readRequestOverrides } from "../src/contract/run/request-overrides.ts";
import { readShard } from "../src/contract/run/shard.ts";
import { readToken } from "../src/contract/run/token.ts";
import type { Waiver } from "../src/contract/run/waivers.ts";
import { runContract } from "../src/contract/run-contract.ts";
import { packageRoot } from "../src/internal/package-root.ts";
import { UserError } from "../src/internal/user-error.ts";
import { startMock } from "../src/mock/index.ts";
import { defaultSpec, readData, readDocument } from "../src/openapi/read-document.ts";
import { defineCommand } from "./cli/command.ts";

export default await defineCommand(
  import.meta,
  {
    name: "npm run contract",
    about: "Tests whether a server keeps the spec: sends valid and invalid requests and checks each response.",
    flags: {
      url: { value: "URL", about: "base URL of the server (default: a mock that the command starts)" },
      spec: { value: "FILE", about: "a bundled OpenAPI document (default: generated/openapi.json)" },
      "token-env": { value: "NAME", about: "environment variable with the API key (default: a made-up key)" },
      request: { value: "FILE", about: "request overrides: JSON or YAML with values of things that exist" },
      "allow-create": { about: "call operations that change things on a remote server" },
      "max-things": {
        value: "N",
        about: "things made for other tests that may be alive on a remote server (default: 200)",
      },
      only: {
        value: "NAME",
        about: `families of test cases, separated by commas: ${Object.keys(families).join(", ")}`,
      },
      case: { value: "ID", about: "run only the test case with this id, as in a report of the same seed" },
      seed: { value: "N", about: "the same seed gives the same test cases (default: 1)" },
      timeout: { value: "MS", about: "time limit for a whole response (default: 5000)" },
      rate: { value: "N", about: "maximum requests per second (default: 5 for a remote server, else no limit)" },
      shard: { value: "I/N", about: "run one of N parts of the test cases" },
      strict: { about: "fail on warnings too" },
      waivers: { value: "FILE", about: "YAML list of accepted violations, each with violation (its id) and reason" },
      har: { value: "FILE", about: "check recorded traffic instead of a server" },
      reporter: { value: ["pretty", "json", "junit"], about: "format of the report (default: pretty)" },
      out: { value: "FILE", about: "file to write the report to (default: stdout)" },
    },
  },
  async ({ url, spec = defaultSpec, reporter = "pretty", out, ...flags }) => {
    const document = await readDocument(spec);
    const { name, version } = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));
    const progress = createProgress(process.stderr);
    const options: Omit<ContractOptions, "url"> = {
      document,
      file: relative(process.cwd(), spec),
      token: flags["token-env"] === undefined ? undefined : readToken(flags["token-env"], process.env),
      requestOverrides:
        flags.request === undefined
          ? undefined
          : readRequestOverrides(await readData(flags.request), document, flags.request),
      allowCreate: flags["allow-create"],
      maxThings: flags["max-things"],
      only: readFamilies(flags.only),
      caseId: flags.case,
      seed: flags.seed,
      timeoutMs: flags.timeout,
      rate: flags.rate,
      shard: flags.shard === undefined ? undefined : readShard(flags.shard),
      strict: flags.strict,
      // The run validates the list.
      waivers: flags.waivers === undefined ? undefined : ((await readData(flags.waivers)) as Waiver[]),
      tool: `${name}/${version}`,
      onProgress: progress.tick,
    };
    const report = await (flags.har === undefined
      ? judgeServer(url, options)
      : judgeHar(await readData(flags.har), { ...options, url })
    ).finally(progress.end);
    await print(report, reporter, out);
    return report.passed ? 0 : 1;
  },
);

/** Tests the server at the URL, or a mock of the document. */
async function judgeServer(url: string | undefined, options: Omit<ContractOptions, "url">): Promise<Report> {
  if (url !== undefined) return runContract({ ...options, url });
  const mock = await startMock({ spec: options.document });
  return runContract({ ...options, url: mock.url }).finally(() => mock.close());
}

function readFamilies(names: string | undefined): string[] | undefined {
  const wanted = names?.split(",").map((name) => name.trim());
  const unknown = wanted?.find((name) => !Object.hasOwn(families, name));
  if (unknown === undefined) return wanted;
  throw new UserError(`Unknown family "${unknown}" in --only. Choose any of: ${Object.keys(families).join(", ")}.`, 2);
}

async function print(report: Report, reporter: "pretty" | "json" | "junit", out: string | undefined): Promise<void> {
  const colour = out === undefined && process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
  const render = {
    pretty: () => renderPretty(report, { colour }),
    json: () => renderJson(report),
    junit: () => renderJunit(report),
  };
  const text = render[reporter]();
  if (out === undefined) return void process.stdout.write(`${text.trimEnd()}\n`);
  await writeFile(out, `${text.trimEnd()}\n`).catch((cause: Error) => {
    throw new UserError(`Cannot write ${out} (${cause.message}). Check --out.`, 2, { cause });
  });
  console.log(`${report.passed ? "passed" : "failed"}: ${out}`);
}
