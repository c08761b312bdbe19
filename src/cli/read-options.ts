import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { families } from "../contract/cases/index.ts";
import type { ContractOptions } from "../contract/run/prepare.ts";
import { readRequestFile } from "../contract/run/request-overrides.ts";
import { readShard } from "../contract/run/shard.ts";
import type { Waiver } from "../contract/run/waivers.ts";
import { packageRoot } from "../internal/package-root.ts";
import { UserError } from "../internal/user-error.ts";
import { overlayDocument } from "../openapi/overlay.ts";
import { defaultSpec, readData, readText } from "../openapi/read-document.ts";
import type { SuiteFlags } from "./contract-flags.ts";
import { readHeaders, readTokens } from "./read-environment.ts";
import { readSpec } from "./read-spec.ts";

/**
 * Reads what the flags name: the spec, the key, files.
 *
 * @throws {UserError} Exit code 2, if a flag or a file is invalid.
 */
export async function readOptions({
  spec = defaultSpec,
  ...flags
}: Omit<SuiteFlags, "url" | "har">): Promise<Omit<ContractOptions, "url">> {
  const read = await readSpec(spec);
  const { overlay } = flags;
  const document = overlay === undefined ? read : await overlayDocument(read, await readData(overlay), overlay);
  const { name, version } = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));
  return {
    document,
    file: /^https?:/.test(spec) ? spec : relative(process.cwd(), spec),
    ...readTokens(flags["token-env"] ?? [], process.env),
    ...readHeaders(flags.header ?? [], process.env),
    requireKey: flags["require-key"],
    ca: flags.ca === undefined ? undefined : await readText(flags.ca, "--ca"),
    requests:
      flags.request === undefined ? undefined : readRequestFile(await readData(flags.request), document, flags.request),
    allowCreate: flags["allow-create"],
    maxThings: flags["max-things"],
    include: {
      operations: flags.operation,
      paths: flags.path,
      methods: flags.method,
      tags: flags.tag,
    },
    exclude: {
      operations: flags["exclude-operation"],
      paths: flags["exclude-path"],
      methods: flags["exclude-method"],
      tags: flags["exclude-tag"],
    },
    maxCases: flags["max-cases"],
    maxFailures: flags["max-failures"],
    maxDurationMs: flags["max-time"] === undefined ? undefined : flags["max-time"] * 1_000,
    concurrency: flags.concurrency,
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
  };
}

function readFamilies(names: string | undefined): string[] | undefined {
  const wanted = names?.split(",").map((name) => name.trim());
  const unknown = wanted?.find((name) => !Object.hasOwn(families, name));
  if (unknown === undefined) return wanted;
  throw new UserError(`Unknown family "${unknown}" in --only. Choose any of: ${Object.keys(families).join(", ")}.`, 2);
}
