/** What a client can have in Node beyond what fits every runtime. A separate entry, so that other clients stay small. */
import { inspect } from "node:util";
import type { ClientOptions } from "./client/options.ts";
import { manifest } from "./internal/manifest.ts";

export type { ClientOptions };

/**
 * Returns options of a client in Node: a `user-agent` that names this package and its version, and a logger if the
 * environment asks for it. With `debug` in the variable that is named as the package and ends in `_LOG`, each attempt is a
 * line on stderr, without bodies and key.
 *
 * @param environment Where the variable is read. @default process.env
 * @example
 * const options = { baseUrl, ...nodeOptions() };
 */
export function nodeOptions(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Pick<ClientOptions, "headers" | "logger"> {
  const { name, version } = manifest;
  const variable = `${name.toUpperCase().replaceAll("-", "_")}_LOG`;
  const logger: ClientOptions["logger"] = (event) => {
    process.stderr.write(`${name} ${inspect(event, { breakLength: Number.POSITIVE_INFINITY })}\n`);
  };
  return {
    headers: { "user-agent": `${name}/${version}` },
    ...(environment[variable] === "debug" && { logger }),
  };
}
