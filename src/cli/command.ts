import { realpathSync } from "node:fs";
import { parseArgs } from "node:util";
import { UserError } from "../internal/user-error.ts";

/** A flag of a command: `--name`, or `--name VALUE` if `value` names a placeholder. */
export interface Flag {
  about: string;
  /** What stands for the value; without it the flag is a switch. A `PORT`, an `N` and an `MS` are checked numbers. */
  value?: TextValue | NumberValue | ReadonlyArray<string>;
  /** Whether it may be given several times. Its value is then a list. */
  repeatable?: true;
  /** The repeatable flag that each value belongs to: the last one before it. Its value is a list in that flag's order. */
  of?: string;
}

/** Placeholders of texts. */
type TextValue =
  | "FILE"
  | "FILE|URL"
  | "FOLDER"
  | "URL"
  | "NAME"
  | "ID"
  | "I/N"
  | "HOST"
  | "GLOB"
  | "METHOD"
  | "HEADER"
  | "[SCHEME=]NAME";

/** Placeholders of numbers: a port, a positive integer, milliseconds, seconds. */
type NumberValue = "PORT" | "N" | "MS" | "SECONDS";

/** What `--help` and the usage line tell of a command. */
export interface Usage<Flags extends Record<string, Flag>> {
  /** As it is typed: `npm run mock`. */
  name: string;
  about: string;
  /** Placeholder of its arguments, if it takes any: `LANGUAGE`. */
  operand?: string;
  flags: Flags;
  /** Arguments to show as examples, each with what it does. */
  examples?: Readonly<Record<string, string>>;
}

/** What a command does, under whichever name it is typed. Resolves with the exit code, 0 where it gives none. */
export interface Definition<Flags extends Record<string, Flag>> extends Omit<Usage<Flags>, "name"> {
  run(flags: FlagValues<Flags>, operands: string[]): Promise<void> | Promise<number>;
}

/** Defines what a command does. */
export function define<const Flags extends Record<string, Flag>>(definition: Definition<Flags>): Definition<Flags> {
  return definition;
}

/** Names what a command does. */
export function createCommand<Flags extends Record<string, Flag>>(
  name: string,
  { run, ...about }: Definition<Flags>,
): Command {
  const usage = { name, ...about };
  return (args) =>
    withExitCode(() => {
      const { flags, operands } = readArguments(usage, args);
      return "help" in flags ? printHelp(usage) : run(flags, operands);
    });
}

/** Values of the flags: true for a switch, a number for `PORT`, `N`, `MS` and `SECONDS`, else a string; lists of repeatable ones. */
export type FlagValues<Flags extends Record<string, Flag>> = {
  [Name in keyof Flags]?: Flags[Name] extends { of: string }
    ? (string | undefined)[]
    : Flags[Name] extends { repeatable: true }
      ? FlagValue<Flags[Name]>[]
      : FlagValue<Flags[Name]>;
};

type FlagValue<Own extends Flag> = Own extends { value: NumberValue }
  ? number
  : Own extends { value: ReadonlyArray<infer Choice> }
    ? Choice
    : Own extends { value: string }
      ? string
      : boolean;

/** A command, to be run with arguments; resolves with its exit code. */
export type Command = (args: readonly string[]) => Promise<number>;

/**
 * Defines a command, and runs it where Node was started with its file.
 *
 * @param meta `import.meta` of the command's file.
 * @param run Resolves with the exit code, 0 where it gives none.
 */
export async function defineCommand<const Flags extends Record<string, Flag>>(
  meta: ImportMeta,
  about: Usage<Flags>,
  run: (flags: FlagValues<Flags>, operands: string[]) => Promise<void> | Promise<number>,
): Promise<Command> {
  const { name, ...rest } = about;
  const command = createCommand(name, { ...rest, run });
  if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === meta.filename) {
    await runAsProcess(command, process.argv.slice(2));
  }
  return command;
}

/** Runs a command as this process. Whatever still listens or watches ends with one that failed, once all is printed. */
export async function runAsProcess(command: Command, args: readonly string[]): Promise<void> {
  const exitCode = await command(args);
  if (exitCode !== 0) process.stdout.write("", () => process.exit(exitCode));
}

/** Runs a part of a command, and turns what goes wrong into one line on stderr and an exit code. */
export async function withExitCode(run: () => Promise<void> | Promise<number>): Promise<number> {
  try {
    const exitCode = await run();
    return typeof exitCode === "number" ? exitCode : 0;
  } catch (error) {
    console.error(error instanceof UserError ? error.message : error);
    return error instanceof UserError ? error.exitCode : 2;
  }
}

function readArguments<Flags extends Record<string, Flag>>(
  command: Usage<Flags>,
  args: readonly string[],
): { flags: FlagValues<Flags>; operands: string[] } {
  const flags: Record<string, Flag> = { ...command.flags, help: { about: "" } };
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, { value, repeatable, of }]) => [
      name,
      { type: value ? "string" : "boolean", multiple: (repeatable ?? of) !== undefined } as const,
    ]),
  );
  try {
    const parsed = parseArgs({
      args: [...args],
      options,
      allowPositionals: command.operand !== undefined,
      tokens: true,
    });
    const given = parsed.tokens.flatMap((token) => (token.kind === "option" ? [token] : []));
    const values = Object.entries(parsed.values).map(([name, value]) => {
      const { of, value: placeholder } = flags[name] ?? {};
      if (of !== undefined) return [name, assign(name, of, given)];
      const read = (one: unknown) => readValue(name, placeholder, one);
      return [name, Array.isArray(value) ? value.map(read) : read(value)];
    });
    return { flags: Object.fromEntries(values), operands: parsed.positionals };
  } catch (cause) {
    // Keep the first sentence: the others are about positional arguments, which few commands take.
    const [problem] = cause instanceof Error ? cause.message.split(/\. |\n/) : [];
    throw new UserError(`${problem?.replace(/\.$/, "")}. Usage: ${usage(command)}`, 2, { cause });
  }
}

/** The values of a flag by the position of the flag's values that they belong to. One before all of those belongs to the first. */
function assign(
  name: string,
  of: string,
  given: readonly { name: string; value?: string | undefined }[],
): (string | undefined)[] {
  const assigned: (string | undefined)[] = [];
  let owner = -1;
  for (const one of given) {
    if (one.name === of) owner++;
    if (one.name !== name) continue;
    const at = Math.max(owner, 0);
    if (assigned[at] !== undefined) throw new Error(`--${name} is given twice for one --${of}`);
    assigned[at] = one.value;
  }
  return assigned;
}

function readValue(name: string, value: Flag["value"], given: unknown): unknown {
  const isWhole = /^\d{1,15}$/.test(String(given));
  const number = Number(given);
  if (Array.isArray(value)) {
    if (value.includes(given)) return given;
    throw new Error(`--${name} takes ${value.join(" or ")}, not "${given}"`);
  }
  if (value === "PORT") {
    if (isWhole && number <= 65_535) return number;
    throw new Error(`--${name} takes a port from 0 (any free one) to 65535, not "${given}"`);
  }
  if (value === "N" || value === "MS" || value === "SECONDS") {
    if (isWhole && number > 0) return number;
    const unit = { N: "", MS: " of milliseconds", SECONDS: " of seconds" }[value];
    throw new Error(`--${name} takes a whole number${unit} from 1, not "${given}"`);
  }
  return given;
}

function usage({ name, flags, operand }: Usage<Record<string, Flag>>): string {
  const operands = operand === undefined ? [] : [`[${operand} ...]`];
  const parts = Object.entries(flags).map(([flag, { value }]) => `[--${flag}${value ? ` ${sign(value)}` : ""}]`);
  return `${prefixOf(name)} ${[...operands, ...parts, "[--help]"].join(" ")}`;
}

/** What stands before the arguments: npm takes those before `--` for its own. */
function prefixOf(name: string): string {
  return name.startsWith("npm ") ? `${name} --` : name;
}

/** Returns the placeholder of a value, or its choices. */
function sign(value: NonNullable<Flag["value"]>): string {
  return typeof value === "string" ? value : value.join("|");
}

async function printHelp(command: Usage<Record<string, Flag>>): Promise<void> {
  const rows = Object.entries(command.flags).map(([flag, { value, about }]): [string, string] => [
    `--${flag}${value ? ` ${sign(value)}` : ""}`,
    about,
  ]);
  const width = Math.max(0, ...rows.map(([flag]) => flag.length));
  const lines = rows.map(([flag, about]) => `  ${flag.padEnd(width)}  ${about}`);
  const examples = Object.entries(command.examples ?? {}).flatMap(([args, about]) => [
    "",
    `  ${prefixOf(command.name)} ${args}`,
    `    ${about}`,
  ]);
  const shown = examples.length > 0 ? ["", "Examples:", ...examples.slice(1)] : [];
  console.log([command.about, "", `Usage: ${usage(command)}`, "", ...lines, ...shown].join("\n").trimEnd());
}
