import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { families } from "../contract/cases/index.ts";
import { judgeHar } from "../contract/har/judge-har.ts";
import { createProgress } from "../contract/report/progress.ts";
import type { Report } from "../contract/report/report.ts";
import type { ContractOptions } from "../contract/run/prepare.ts";
import { readRequestOverrides } from "../contract/run/request-overrides.ts";
import { readShard } from "../contract/run/shard.ts";
import { readToken } from "../contract/run/token.ts";
import type { Waiver } from "../contract/run/waivers.ts";
import { runContract } from "../contract/run-contract.ts";
import { packageRoot } from "../internal/package-root.ts";
import { UserError } from "../internal/user-error.ts";
import { startMock } from "../mock/index.ts";
import { defaultSpec, readData } from "../openapi/read-document.ts";
import type { SuiteFlags } from "./contract-flags.ts";
import { readSpec } from "./read-spec.ts";

/**
 * Tests the server at `--url`, the traffic in `--har`, or a mock that it starts.
 *
 * @throws {UserError} Exit code 2, if a flag or a file is invalid, or nothing can be tested.
 */
export async function testServer({ url, har, spec = defaultSpec, ...flags }: SuiteFlags): Promise<Report> {
  const document = await readSpec(spec);
  const { name, version } = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));
  const progress = createProgress(process.stderr);
  const options: Omit<ContractOptions, "url"> = {
    document,
    file: /^https?:/.test(spec) ? spec : relative(process.cwd(), spec),
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
  return (har === undefined ? judgeServer(url, options) : judgeHar(await readData(har), { ...options, url })).finally(
    progress.end,
  );
}

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
