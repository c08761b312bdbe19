import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../src/internal/user-error.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import type { Change } from "./change.ts";
import { readChangesets } from "./changesets.ts";
import { diffDescriptions, impactOf } from "./diff.ts";
import { type Judgement, judgeRelease } from "./judge.ts";
import { readBase, readReleased } from "./released.ts";

/** What has changed in a checkout since its last release, and what is planned for the next one. */
export interface ReleaseState extends Judgement {
  /** The version of the last release. */
  released: string;
  changes: Change[];
  /** The names of the changesets that wait and ask for a bump. */
  changesets: string[];
}

/**
 * Compares a description with the one that was released last, and with what the checkout's changesets ask for.
 *
 * @param base A bundle to compare with. Default: the checkout's released one.
 * @throws {UserError} exit code 1, where the released bundle was changed since its release; 2, where a file that is
 * needed cannot be read.
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

/** What is wrong with the next version, and what to do, in one line; undefined where it holds. */
export function explainVersion({ released, bump, needed, planned, verdict }: ReleaseState): string | undefined {
  if (verdict === "holds") return undefined;
  const change = verdict === "breaks" ? "in a way that breaks callers" : "without saying so";
  if (bump === undefined) return `The next version, ${planned}, comes before the released ${released}: raise it.`;
  return (
    `The description has changed ${change} since ${released}: it needs ${needed}, and the next version is ${planned}. ` +
    `Add a changeset with \`${bump}\` (\`npx changeset\`), or take the change back.`
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
    throw new UserError("There is nothing to release: add a changeset that asks for a bump (`npx changeset`).", 1);
  }
  const problem = explainVersion(state);
  if (problem) throw new UserError(problem, 1);
  return state;
}
