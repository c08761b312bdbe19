import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../src/internal/user-error.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { withScratchFolder } from "../cli/scratch-folder.ts";
import { redocly, redoclyConfig } from "../spec/redocly.ts";
import type { Change } from "./change.ts";
import { findTypeBreaks } from "./type-breaks.ts";
import { type Bump, greatest } from "./version.ts";

/** The parts of Redocly's report that are read here. */
interface Report {
  changes: {
    path: string;
    kind: string;
    property?: string;
    impact: Bump;
    verdicts: { message: string }[];
  }[];
}

/** Lists the changes from one spec to the next, the largest bump first. */
export async function diffDescriptions(base: OpenApiDocument, revision: OpenApiDocument): Promise<Change[]> {
  const report = await withScratchFolder(async (scratch) => {
    const files = { base: join(scratch, "released.json"), revision: join(scratch, "present.json") };
    await writeFile(files.base, JSON.stringify(withoutMarks(base), null, 2));
    await writeFile(files.revision, JSON.stringify(withoutMarks(revision), null, 2));
    const options = [`--config=${redoclyConfig}`, "--format=json", "--fail-on=none"];
    const run = await redocly("diff", files.base, files.revision, ...options);
    if (run.exitCode !== 0) throw new UserError(`Redocly could not compare: ${run.stderr.trim()}`, 2);
    return JSON.parse(run.stdout) as Report;
  });
  const changes = [...report.changes.map(describe), ...findTypeBreaks(base, revision)];
  const order: Bump[] = ["major", "minor", "patch"];
  return changes.sort((a, b) => order.indexOf(a.impact) - order.indexOf(b.impact));
}

/** Returns the bump that the changes need together; undefined without changes. */
export function impactOf(changes: readonly Change[]): Bump | undefined {
  return greatest(changes.map(({ impact }) => impact));
}

function describe({ path, kind, property, impact, verdicts }: Report["changes"][number]): Change {
  const subject = property === undefined ? kind : `${property} ${kind}`;
  return { impact, place: path, what: verdicts.map(({ message }) => message).join(" ") || subject };
}

/** Drops the banner of `generated/` and the checksum of the released bundle: they are not part of the API. */
function withoutMarks(document: OpenApiDocument): object {
  const { "x-generated": _, "x-released": __, ...api } = document;
  return api;
}
