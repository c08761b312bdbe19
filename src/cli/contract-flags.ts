import type { Flag, FlagValues } from "./command.ts";

/** The flags of the contract suite. */
export const flags = {
  url: { value: "URL", about: "base URL of the server (default: a mock that the command starts)" },
  spec: { value: "FILE|URL", about: "an OpenAPI document (default: the one of this package)" },
  overlay: { value: "FILE", about: "OpenAPI overlay to apply to the document first, such as one with x-contract" },
  "token-env": {
    value: "[SCHEME=]NAME",
    repeatable: true,
    about: "environment variable with the API key, of one security scheme or of all (default: a made-up key)",
  },
  "require-key": { about: "expect calls without a key to be rejected, though the document leaves it optional" },
  header: {
    value: "HEADER",
    repeatable: true,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the command reads it
    about: "NAME: VALUE to send with each request; ${VAR} is never printed",
  },
  ca: { value: "FILE", about: "certificate, in PEM, of the authority that signed the server's" },
  request: { value: "FILE", about: "request overrides: JSON or YAML with values of things that exist" },
  "allow-create": { about: "call operations that change things on a remote server" },
  "max-things": {
    value: "N",
    about: "things made for other tests that may be alive on a remote server (default: 200)",
  },
  operation: { value: "ID", repeatable: true, about: "test only this operation; more than one: test these" },
  path: {
    value: "GLOB",
    repeatable: true,
    about: "test only paths like this, such as /orders/** (* within a segment)",
  },
  method: { value: "METHOD", repeatable: true, about: "test only operations with this method" },
  tag: { value: "NAME", repeatable: true, about: "test only operations with this tag" },
  "exclude-operation": { value: "ID", repeatable: true, about: "never call this operation" },
  "exclude-path": { value: "GLOB", repeatable: true, about: "never call operations of paths like this" },
  "exclude-method": { value: "METHOD", repeatable: true, about: "never call operations with this method" },
  "exclude-tag": { value: "NAME", repeatable: true, about: "never call operations with this tag" },
  only: { value: "NAME", about: "families of test cases, separated by commas" },
  case: { value: "ID", about: "run only the test case with this id, as in a report of the same seed" },
  seed: { value: "N", about: "the same seed gives the same test cases (default: 1)" },
  timeout: { value: "MS", about: "time limit for a whole response (default: 5000)" },
  rate: { value: "N", about: "maximum requests per second (default: 5 for a remote server, else no limit)" },
  concurrency: { value: "N", about: "test cases that are sent at the same time (default: 1)" },
  "max-cases": { value: "N", about: "test cases of each operation, the most telling ones (default: all)" },
  "max-failures": { value: "N", about: "end the run after so many failing test cases" },
  "max-time": { value: "SECONDS", about: "end the run after so long, with the report so far" },
  "dry-run": { about: "print what would be sent, and send nothing" },
  shard: { value: "I/N", about: "run one of N parts of the test cases" },
  strict: { about: "fail on warnings too, and on operations that were not tested" },
  waivers: { value: "FILE", about: "YAML list of accepted violations, each with violation (its id) and reason" },
  "write-waivers": { value: "FILE", about: "write the waivers that the run needs to pass, each to be given a reason" },
  har: { value: "FILE", about: "check recorded traffic instead of a server" },
  reporter: {
    value: ["pretty", "json", "junit", "sarif", "github"],
    repeatable: true,
    about: "format of the report; github prints annotations and writes the job's summary (default: pretty)",
  },
  out: { value: "FILE", of: "reporter", about: "file for the report of the --reporter before it (default: stdout)" },
  verbose: { about: "print long lists whole" },
} as const satisfies Record<string, Flag>;

/** The flags that say what to test, and how. */
export type SuiteFlags = Omit<FlagValues<typeof flags>, "reporter" | "out" | "verbose" | "dry-run" | "write-waivers">;

/** A format of reports. */
export type Reporter = (typeof flags.reporter.value)[number];
