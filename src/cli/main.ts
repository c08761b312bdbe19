import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../internal/package-root.ts";
import { MissingPeersError } from "../internal/peers.ts";
import { UserError } from "../internal/user-error.ts";
import { createCommand, type Definition, type Flag, withExitCode } from "./command.ts";

/** What this package's own command can do. Loaded on demand: `--help` needs none of it. */
const subcommands: Record<string, { about: string; load(): Promise<Definition<Record<string, Flag>>> }> = {
  mock: {
    about: "serves the spec, to develop and test against",
    load: async () => (await import("./mock.ts")).mock as Definition<Record<string, Flag>>,
  },
  contract: {
    about: "tests whether a server keeps the spec",
    load: async () => (await import("./contract.ts")).contract as Definition<Record<string, Flag>>,
  },
  spec: {
    about: "prints the OpenAPI document",
    load: async () => (await import("./spec.ts")).spec as Definition<Record<string, Flag>>,
  },
};

const { name, version } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8"));

/** Runs `NAME SUBCOMMAND ...`; resolves with the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const [first, ...rest] = args;
  if (first === "--version") return print(version);
  if (first === "--help") return print(renderHelp());
  const subcommand = Object.hasOwn(subcommands, first ?? "") ? subcommands[first ?? ""] : undefined;
  return withExitCode(async () => {
    if (!subcommand) {
      const what = first === undefined ? "Which command?" : `Unknown command "${first}".`;
      throw new UserError(`${what} Usage: ${name} ${Object.keys(subcommands).join(" | ")} [--help]`, 2);
    }
    const definition = await subcommand.load();
    const run: typeof definition.run = async (flags, operands) => {
      try {
        return (await definition.run(flags, operands)) ?? 0;
      } catch (error) {
        throw error instanceof MissingPeersError ? nameNpxCommand(error, args) : error;
      }
    };
    return createCommand(`${name} ${first}`, { ...definition, run })(rest);
  });
}

/** Whoever runs the command with npx has no project to install a package in. */
function nameNpxCommand({ packages, exitCode }: MissingPeersError, args: readonly string[]): UserError {
  const others = packages.map((one) => `-p ${one}`).join(" ");
  return new UserError(
    `Packages are missing. Run: npx -y -p ${name} ${others} ${name} ${args.map(quote).join(" ")}`,
    exitCode,
  );
}

/** Quotes an argument for a shell where it needs to be. */
function quote(argument: string): string {
  return /^[\w./:=@%+-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}

function renderHelp(): string {
  const rows = Object.entries(subcommands).map(([command, { about }]) => `  ${name} ${command.padEnd(8)}  ${about}`);
  return [
    `${name} ${version}`,
    "",
    ...rows,
    "",
    `${name} COMMAND --help lists the flags of a command, with examples.`,
  ].join("\n");
}

function print(text: string): number {
  console.log(text);
  return 0;
}
