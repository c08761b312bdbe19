import { describe, expect, test } from "vitest";
import { createCommand, define } from "../../src/cli/command.ts";
import { capture } from "../helpers/run-command.ts";

/** Runs a command with those arguments; its stdout is what the command was given. */
function parse(...args: string[]) {
  const command = createCommand(
    "tool",
    define({
      about: "A tool.",
      flags: {
        tag: { value: "NAME", repeatable: true, about: "a name" },
        limit: { value: "SECONDS", about: "a number" },
        reporter: { value: ["pretty", "json"], repeatable: true, about: "a format" },
        out: { value: "FILE", of: "reporter", about: "a file" },
      },
      run: async (flags) => console.log(JSON.stringify(flags)),
    }),
  );
  return capture(() => command(args));
}

describe("flags", () => {
  test.each<[string, string[], object]>([
    ["a repeatable flag is a list in the order given", ["--tag", "a", "--tag=b"], { tag: ["a", "b"] }],
    ["given once, it is a list of one", ["--tag", "a"], { tag: ["a"] }],
    ["a number is a number", ["--limit", "3"], { limit: 3 }],
    [
      "a flag that belongs to another stands where that one does",
      ["--reporter", "pretty", "--reporter", "json", "--out", "a.json"],
      { reporter: ["pretty", "json"], out: [null, "a.json"] },
    ],
    [
      "each owner has its own",
      ["--reporter", "pretty", "--out", "a.txt", "--reporter", "json", "--out", "a.json"],
      { reporter: ["pretty", "json"], out: ["a.txt", "a.json"] },
    ],
    [
      "before all owners, it belongs to the first",
      ["--out", "a.json", "--reporter", "json"],
      { reporter: ["json"], out: ["a.json"] },
    ],
    ["without any owner, it belongs to the default", ["--out", "a.txt"], { out: ["a.txt"] }],
  ])("%s", async (_, args, flags) => {
    const { exitCode, stdout } = await parse(...args);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual(flags);
  });

  test.each<[string[], string]>([
    [["--reporter", "json", "--out", "a", "--out", "b"], "--out is given twice for one --reporter. Usage: tool "],
    [["--reporter", "json", "--reporter", "xml"], '--reporter takes pretty or json, not "xml". Usage: tool '],
    [["--limit", "1.5"], '--limit takes a whole number of seconds from 1, not "1.5". Usage: tool '],
    [["--limit", "1", "--limit", "x"], '--limit takes a whole number of seconds from 1, not "x". Usage: tool '],
  ])("%j is refused in one line", async (args, message) => {
    const { exitCode, stdout, stderr } = await parse(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr.startsWith(message)).toBe(true);
    expect(stderr.trimEnd()).not.toContain("\n");
  });
});
