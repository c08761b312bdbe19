import { UserError } from "../../internal/user-error.ts";
import type { Operation } from "../../openapi/operation.ts";

/** Names operations by what they are. */
export interface OperationFilter {
  /** Operation ids. */
  operations?: readonly string[] | undefined;
  /** Paths, with `*` for any part of a segment and `**` for any number of segments: `/orders/**`. */
  paths?: readonly string[] | undefined;
  /** HTTP methods, in either case. */
  methods?: readonly string[] | undefined;
  tags?: readonly string[] | undefined;
}

/** Which operations of a document a run is about. */
export interface SelectionOptions {
  /** Tests only operations that match every list that is given. @default all */
  include?: OperationFilter | undefined;
  /** Calls no operation that matches one of the lists, not even for things that other operations need. @default none */
  exclude?: OperationFilter | undefined;
}

/** The operations of a run. */
export interface Selection {
  /** Whether the operation is tested. */
  isTested(operation: Operation): boolean;
  /** Whether the operation may be called for others. */
  isCallable(operation: Operation): boolean;
  /** How many operations are tested, of how many. */
  readonly tested: number;
  readonly total: number;
}

type Key = keyof OperationFilter;

/** How each list matches an operation, and what messages call one of its entries. */
const kinds: Record<Key, { flag: string; noun: string; matches(operation: Operation, wanted: string): boolean }> = {
  operations: { flag: "operation", noun: "id", matches: ({ id }, wanted) => id === wanted },
  paths: { flag: "path", noun: "path", matches: ({ path }, wanted) => toPattern(wanted).test(path) },
  methods: { flag: "method", noun: "method", matches: ({ method }, wanted) => method === wanted.toUpperCase() },
  tags: {
    flag: "tag",
    noun: "tag",
    matches: ({ object: { tags } }, wanted) => Array.isArray(tags) && tags.includes(wanted),
  },
};

/**
 * Selects operations of a document.
 *
 * @throws {UserError} exit code 2, if an entry matches no operation.
 */
export function selectOperations(
  operations: readonly Operation[],
  { include = {}, exclude = {} }: SelectionOptions,
): Selection {
  for (const [filter, prefix] of [[include, ""] as const, [exclude, "exclude-"] as const]) {
    for (const [key, wanted] of entriesOf(filter)) {
      const unknown = wanted.find((one) => !operations.some((operation) => kinds[key].matches(operation, one)));
      if (unknown !== undefined) throw unmatched(kinds[key], prefix, unknown, operations);
    }
  }
  const matches = (operation: Operation, [key, wanted]: [Key, readonly string[]]) =>
    wanted.some((one) => kinds[key].matches(operation, one));
  const isCallable = (operation: Operation) => !entriesOf(exclude).some((entry) => matches(operation, entry));
  const isTested = (operation: Operation) =>
    isCallable(operation) && entriesOf(include).every((entry) => matches(operation, entry));
  return { isTested, isCallable, tested: operations.filter(isTested).length, total: operations.length };
}

function entriesOf(filter: OperationFilter): [Key, readonly string[]][] {
  return (Object.keys(kinds) as Key[]).flatMap((key): [Key, readonly string[]][] => {
    const wanted = filter[key];
    return wanted === undefined || wanted.length === 0 ? [] : [[key, wanted]];
  });
}

function unmatched(
  { flag, noun }: (typeof kinds)[Key],
  prefix: string,
  unknown: string,
  operations: readonly Operation[],
): UserError {
  const all = new Set(
    operations.flatMap(({ id, path, method, object: { tags } }) => {
      if (noun === "tag") return Array.isArray(tags) ? tags.map(String) : [];
      return { id, path, method }[noun as "id" | "path" | "method"];
    }),
  );
  const shown = [...all].slice(0, 20).join(", ");
  const known = all.size === 0 ? "the document has none" : `choose of: ${shown}${all.size > 20 ? ", ..." : ""}`;
  return new UserError(`No operation has the ${noun} "${unknown}" (--${prefix}${flag}): ${known}.`, 2);
}

/** A pattern of whole paths. Braces of path parameters are literal. */
function toPattern(glob: string): RegExp {
  const source = glob
    .split(/(\/\*\*|\*\*|\*)/)
    .map((part) => {
      if (part === "/**") return "(/.*)?";
      if (part === "**") return ".*";
      return part === "*" ? "[^/]*" : part.replaceAll(/[\\^$.+?()[\]{}|]/g, "\\$&");
    })
    .join("");
  return new RegExp(`^${source}$`);
}
