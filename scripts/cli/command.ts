import { parseArgs } from "node:util";
import { UserError } from "../../src/internal/user-error.ts";

/** A flag of a command: `--name`, or `--name VALUE` if `value` names a placeholder. */
export interface Flag {
  about: string;
  /** Placeholder of the value; without it the flag is a switch. `PORT`, `N` and `MS` are validated as numbers. */
  value?: "FILE" | "FOLDER" | "URL" | "NAME" | "I/N" | NumberValue | ReadonlyArray<string>;
}

/** Placeholders of numbers: a port, a positive integer, milliseconds. */
type NumberValue = "PORT" | "N" | "MS";

/** Describes a command for `--help` and the usage line. */
export interface Command<Flags extends Record<string, Flag>> {
  /** As typed: `npm run mock`. */
  name: string;
  about: string;
  /** Placeholder of its arguments, if it takes any: `LANGUAGE`. */
  operand?: string;
  flags: Flags;
}

/** Values of the flags: true for a switch, a number for `PORT`, `N` and `MS`, else a string. */
export type FlagValues<Flags extends Record<string, Flag>> = {
  [Name in keyof Flags]?: Flags[Name] extends { value: NumberValue }
    ? number
    : Flags[Name] extends { value: ReadonlyArray<infer Choice> }
      ? Choice
      : Flags[Name] extends { value: string }
        ? string
        : boolean;
};

/**
 * Runs a command: parses its flags, handles `--help`, and reports an error as one line on stderr and an exit code:
 * 0 passed, 1 failed, 2 could not run.
 */
export async function runCommand<const Flags extends Record<string, Flag>>(
  command: Command<Flags>,
  run: (flags: FlagValues<Flags>, operands: string[]) => Promise<void>,
): Promise<void> {
  try {
    const { flags, operands } = readArguments(command, process.argv.slice(2));
    if ("help" in flags) console.log(help(command));
    else await run(flags, operands);
  } catch (error) {
    console.error(error instanceof UserError ? error.message : error);
    // Servers and watchers end with the command.
    process.exit(error instanceof UserError ? error.exitCode : 2);
  }
}

function readArguments<Flags extends Record<string, Flag>>(
  command: Command<Flags>,
  args: string[],
): { flags: FlagValues<Flags>; operands: string[] } {
  const flags: Record<string, Flag> = { ...command.flags, help: { about: "" } };
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, { value }]) => [name, { type: value ? "string" : "boolean" } as const]),
  );
  try {
    const parsed = parseArgs({ args, options, allowPositionals: command.operand !== undefined });
    const entries = Object.entries(parsed.values);
    const values = entries.map(([name, given]) => [name, readValue(name, flags[name]?.value, given)]);
    return { flags: Object.fromEntries(values), operands: parsed.positionals };
  } catch (cause) {
    // Keep the first sentence: the others are about positional arguments, which few commands take.
    const [problem] = cause instanceof Error ? cause.message.split(/\. |\n/) : [];
    throw new UserError(`${problem?.replace(/\.$/, "")}. Usage: ${usage(command)}`, 2, { cause });
  }
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
  if (value === "N" || value === "MS") {
    if (isWhole && number > 0) return number;
    throw new Error(`--${name} takes a whole number${value === "MS" ? " of milliseconds" : ""} from 1, not "${given}"`);
  }
  return given;
}

function usage({ name, flags, operand }: Command<Record<string, Flag>>): string {
  const operands = operand === undefined ? [] : [`[${operand} ...]`];
  const parts = Object.entries(flags).map(([flag, { value }]) => `[--${flag}${value ? ` ${sign(value)}` : ""}]`);
  return `${name} -- ${[...operands, ...parts, "[--help]"].join(" ")}`;
}

/** Returns the placeholder of a value, or its choices. */
function sign(value: NonNullable<Flag["value"]>): string {
  return typeof value === "string" ? value : value.join("|");
}

function help(command: Command<Record<string, Flag>>): string {
  const rows = Object.entries(command.flags).map(([flag, { value, about }]): [string, string] => [
    `--${flag}${value ? ` ${sign(value)}` : ""}`,
    about,
  ]);
  const width = Math.max(0, ...rows.map(([flag]) => flag.length));
  const lines = rows.map(([flag, about]) => `  ${flag.padEnd(width)}  ${about}`);
  return [command.about, "", `Usage: ${usage(command)}`, "", ...lines].join("\n").trimEnd();
}
