import { existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, extname, relative, resolve } from "node:path";
import { isCollection, isMap, isPair, isScalar, isSeq, type Range, type Scalar, visit } from "yaml";
import { UserError } from "../../src/internal/user-error.ts";
import { parseYaml } from "../../src/openapi/parse-yaml.ts";
import { type LintProblem, refuseProblems } from "./lint-problem.ts";

/** The files of a spec folder, as absolute paths. */
export interface Layout {
  /** `openapi.yaml`. */
  root: string;
  /** `*.arazzo.yaml` */
  workflows: string[];
  /** The files that the root refers to, directly or through others. */
  reached: string[];
  /** All other files except README.md and released.json: nothing refers to them. */
  orphans: string[];
}

/**
 * Reads a spec folder. The root file is `openapi.yaml`.
 *
 * @throws {SpecProblemsError} If a file cannot be read or parsed, or refers to another host: nothing is ever fetched.
 * @throws {UserError} Exit code 2, if `folder` is a file.
 */
export async function readLayout(folder: string): Promise<Layout> {
  if (await isFile(folder)) {
    const name = relative(process.cwd(), folder);
    throw new UserError(`Expected a directory that contains openapi.yaml; ${name} is a file.`, 2);
  }
  const root = resolve(folder, "openapi.yaml");
  const seen = new Set<string>();
  const problems = await follow(root, seen);

  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
    // Where the folder is missing, so is the root.
    refuseProblems(problems);
    throw error;
  });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name !== "README.md" && !entry.name.startsWith("."))
    .map((entry) => resolve(entry.parentPath, entry.name))
    // The last released bundle, which `npm run diff` compares with.
    .filter((file) => file !== root && file !== resolve(folder, "released.json"))
    .sort();
  const workflows = files.filter((file) => file.endsWith(".arazzo.yaml"));
  for (const file of workflows) problems.push(...(await follow(file, new Set())));
  refuseProblems(problems);
  return {
    root,
    workflows,
    reached: files.filter((file) => seen.has(file)),
    orphans: files.filter((file) => !seen.has(file) && !workflows.includes(file)),
  };
}

/** Finds problems of the folder itself, which a document linter does not see. */
export function findLayoutProblems({ reached, orphans }: Layout): LintProblem[] {
  const misnamed = reached
    .filter((file) => basename(dirname(dirname(file))) === "components")
    .filter((file) => !/^[A-Z][A-Za-z0-9]*$/.test(basename(file, extname(file))));
  return [
    ...orphans.map((file) =>
      problemAt(file, "no-orphan-file", "Nothing refers to this file: refer to it, or delete it."),
    ),
    ...misnamed.map((file) =>
      problemAt(file, "component-file-name", "Name a component's file in PascalCase: its name is the component's."),
    ),
  ];
}

/** Reads `file` and all that it refers to, adds them to `seen`, and returns the problems. */
async function follow(file: string, seen: Set<string>): Promise<LintProblem[]> {
  seen.add(file);
  if (![".yaml", ".yml", ".json"].includes(extname(file))) return [];
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return [problemAt(file, "readable", "The file is missing or cannot be read.")];

  const { document, placeOf, problem } = parseYaml(text);
  if (problem) return [problemAt(file, "parsable", problem.message, problem)];
  if (!isCollection(document.contents)) {
    return [problemAt(file, "parsable", "This is not part of a spec: expected a mapping.")];
  }

  const problems: LintProblem[] = [];
  const targets: string[] = [];
  visit(document, {
    Pair(_, { key, value }, ancestors) {
      if (!isScalar(key)) return;
      const refuse = (rule: string, message: string, { range }: { range?: Range | null | undefined } = key) =>
        problems.push(problemAt(file, rule, message, placeOf(range?.[0] ?? 0)));
      if (key.value === "__proto__") refuse("no-proto", protoMessage);
      // Redocly follows one in data too.
      if (key.value === "externalValue" && isScalar(value)) refuse("no-external-value", externalValueMessage);
      for (const { name, node, text } of referencesIn(key.value, value, ancestors.at(-2))) {
        const [reference = ""] = text.split("#");
        if (isRemote(reference)) {
          refuse(
            "no-remote-ref",
            `${name}${reference} is on another host: keep a copy in this folder and refer to that.`,
            node,
          );
        } else if (key.value === "$ref" && reference !== "") {
          const target = resolve(dirname(file), decodeURIComponent(reference));
          if (existsSync(target)) targets.push(target);
          else refuse("no-unresolved-refs", `${reference} does not exist: correct the $ref, or add the file.`, node);
        }
      }
    },
  });
  for (const target of targets) {
    if (!seen.has(target)) problems.push(...(await follow(target, seen)));
  }
  return problems;
}

/** A text that tools follow to another file or host. */
interface FollowedText {
  /** What it is, for messages; empty for a `$ref`. */
  name: string;
  node: Scalar;
  text: string;
}

/** What Redocly follows in an entry of a mapping: a `$ref`, and the targets of a discriminator and of a workflow. */
function referencesIn(key: unknown, value: unknown, owner: unknown): FollowedText[] {
  const named = (name: string, nodes: unknown[]) =>
    nodes.flatMap((node) =>
      isScalar(node) && typeof node.value === "string" ? [{ name, node, text: node.value }] : [],
    );
  if (key === "$ref") return named("", [value]);
  const isDiscriminator = isPair(owner) && isScalar(owner.key) && owner.key.value === "discriminator";
  if (key === "mapping" && isDiscriminator && isMap(value))
    return named(
      "The mapping to ",
      value.items.map((item) => item.value),
    );
  if (key === "sourceDescriptions" && isSeq(value)) {
    return named(
      "The source ",
      value.items.map((item) => (isMap(item) ? item.get("url", true) : undefined)),
    );
  }
  return [];
}

function isRemote(reference: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(reference);
}

const protoMessage =
  "A property called `__proto__` is lost wherever JavaScript copies an object, in the mock and in fixtures: rename it, or leave it out.";
const externalValueMessage =
  "externalValue is never read, because nothing is fetched: write `value`, with a $ref to a file in this folder if it is long.";

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

function problemAt(file: string, rule: string, message: string, { line, col } = { line: 1, col: 1 }): LintProblem {
  return { file, line, column: col, message, rule };
}
