import type { Flag, FlagValues } from "./command.ts";

/** The flags of the contract suite. */
export const flags = {
  url: { value: "URL", about: "base URL of the server (default: a mock that the command starts)" },
  spec: { value: "FILE|URL", about: "an OpenAPI document (default: the one of this package)" },
  "token-env": { value: "NAME", about: "environment variable with the API key (default: a made-up key)" },
  request: { value: "FILE", about: "request overrides: JSON or YAML with values of things that exist" },
  "allow-create": { about: "call operations that change things on a remote server" },
  "max-things": {
    value: "N",
    about: "things made for other tests that may be alive on a remote server (default: 200)",
  },
  only: { value: "NAME", about: "families of test cases, separated by commas" },
  case: { value: "ID", about: "run only the test case with this id, as in a report of the same seed" },
  seed: { value: "N", about: "the same seed gives the same test cases (default: 1)" },
  timeout: { value: "MS", about: "time limit for a whole response (default: 5000)" },
  rate: { value: "N", about: "maximum requests per second (default: 5 for a remote server, else no limit)" },
  shard: { value: "I/N", about: "run one of N parts of the test cases" },
  strict: { about: "fail on warnings too, and on operations that were not tested" },
  waivers: { value: "FILE", about: "YAML list of accepted violations, each with violation (its id) and reason" },
  har: { value: "FILE", about: "check recorded traffic instead of a server" },
  reporter: { value: ["pretty", "json", "junit"], about: "format of the report (default: pretty)" },
  out: { value: "FILE", about: "file to write the report to (default: stdout)" },
} as const satisfies Record<string, Flag>;

/** The flags that say what to test, and how. */
export type SuiteFlags = Omit<FlagValues<typeof flags>, "reporter" | "out">;
