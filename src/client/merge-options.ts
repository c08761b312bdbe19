import type { CallOptions, ClientOptions } from "./options.ts";

/** The options of one call, completed with the client's. */
export type Settings = ClientOptions & CallOptions;

/** Completes the options of a call with the client's; `retry` and `fetchOptions` field by field. */
export function mergeOptions(client: ClientOptions, own: CallOptions): Settings {
  const merged: Settings = { ...client, ...defined(own) };
  for (const name of ["retry", "fetchOptions"] as const) {
    if (own[name]) merged[name] = { ...client[name], ...defined(own[name]) };
  }
  return merged;
}

/** Leaves out options without a value: a wrapper passes `timeout: undefined` where it has none. */
export function defined<Options extends object>(options: Options): Options {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Options;
}
