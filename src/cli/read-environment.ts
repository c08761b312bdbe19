import { headerName } from "../contract/http/request.ts";
import { UserError } from "../internal/user-error.ts";

/**
 * Reads a variable that a flag names.
 *
 * @throws {UserError} exit code 2, if it is not set.
 */
export function readVariable(name: string, flag: string, environment: NodeJS.ProcessEnv): string {
  const value = environment[name];
  if (value !== undefined && value !== "") return value;
  throw new UserError(`The environment variable ${name} is not set. Set it, or correct ${flag}.`, 2);
}

/**
 * Reads keys: `NAME` is the variable of the key, `SCHEME=NAME` that of a security scheme.
 *
 * @throws {UserError} exit code 2, if a variable is not set, or two are given for one.
 */
export function readTokens(given: readonly string[], environment: NodeJS.ProcessEnv) {
  const found = new Map<string, { value: string; variable: string }>();
  for (const entry of given) {
    const at = entry.lastIndexOf("=");
    const [scheme, variable] = at < 0 ? ["", entry] : [entry.slice(0, at), entry.slice(at + 1)];
    if (found.has(scheme)) throw new UserError(`--token-env names two keys${scheme && ` for ${scheme}`}.`, 2);
    found.set(scheme, { value: readVariable(variable, "--token-env", environment), variable });
  }
  const token = found.get("");
  found.delete("");
  return { token, tokens: Object.fromEntries(found) };
}

/**
 * Reads headers, `NAME: VALUE`. `${NAME}` in a value is a variable, whose value no report shows.
 *
 * @throws {UserError} exit code 2, if one has another form, or a variable is not set.
 */
export function readHeaders(given: readonly string[], environment: NodeJS.ProcessEnv) {
  const secrets: Record<string, string> = {};
  const headers: Record<string, string> = {};
  for (const line of given) {
    const [, name = "", template = ""] = /^([^:]+):\s*(.*?)\s*$/.exec(line) ?? [];
    // What stands there may be a secret.
    if (!headerName.test(name)) throw new UserError('--header takes "NAME: VALUE".', 2);
    headers[name] = template.replaceAll(/\$\{(\w+)\}/g, (_, variable: string) => {
      secrets[variable] = readVariable(variable, "--header", environment);
      return secrets[variable];
    });
  }
  return { headers, secrets };
}
