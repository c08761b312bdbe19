import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../src/internal/user-error.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import type { Change } from "./change.ts";
import { readChangesets } from "./changesets.ts";
import { diffDescriptions, impactOf } from "./diff.ts";
import { type Judgement, judgeRelease } from "./judge.ts";
import { readBase, readReleased } from "./released.ts";

/** Changes of a checkout since its last release, and the plan for the next one. */
export interface ReleaseState extends Judgement {
  /** Version of the last release. */
  released: string;
  changes: Change[];
  /** Names of the pending changesets with a bump. */
  changesets: string[];
}

/**
 * Compares a spec with the last released one, and with the checkout's changesets.
 *
 * @param base A bundle to compare with. Default: the checkout's released one.
 * @throws {UserError} Exit code 1, if the released bundle was edited; 2, if a required file cannot be read.
 */
export async function readReleaseState(
  checkout: string,
  document: OpenApiDocument,
  base?: string,
): Promise<ReleaseState> {
  const { name } = JSON.parse(await readFile(join(checkout, "package.json"), "utf8"));
  const released = await (base === undefined ? readReleased(checkout) : readBase(base));
  const changes = await diffDescriptions(released, document);
  const waiting = [...(await readChangesets(join(checkout, ".changeset"), name))];
  const changesets = waiting.flatMap(([file, bump]) => (bump === undefined ? [] : [{ file, bump }]));
  const judgement = judgeRelease({
    released: released.info.version,
    current: document.info.version,
    impact: impactOf(changes),
    changesets: changesets.map(({ bump }) => bump),
  });
  return { released: released.info.version, changes, changesets: changesets.map(({ file }) => file), ...judgement };
}

/** Says in one line what is wrong with the next version and what to do; undefined if it passed. */
export function explainVersion({ released, bump, needed, planned, verdict }: ReleaseState): string | undefined {
  if (verdict === "passed") return undefined;
  const change = verdict === "breaks" ? "in a way that breaks callers" : "without a changeset";
  if (bump === undefined) return `The next version, ${planned}, is lower than the released ${released}. Raise it.`;
  return (
    `The spec has changed ${change} since ${released}: it needs ${needed}, and the next version is ${planned}. ` +
    `Add a changeset with \`${bump}\` (\`npx changeset\`), or revert the change.`
  );
}

/**
 * What the next release of a checkout is made of.
 *
 * @throws {UserError} exit code 1, where no changeset asks for a release, or the ones that do say less than what is new.
 */
export async function planRelease(checkout: string, document: OpenApiDocument): Promise<ReleaseState> {
  const state = await readReleaseState(checkout, document);
  if (state.changesets.length === 0) {
    throw new UserError("Nothing to release. Add a changeset with a bump (`npx changeset`).", 1);
  }
  const problem = explainVersion(state);
  if (problem) throw new UserError(problem, 1);
  return state;
}
