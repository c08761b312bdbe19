import { UserError } from "../../internal/user-error.ts";

/** A server's address. */
export interface Target {
  url: string;
  secure: boolean;
  /** Name or address, without the brackets of IPv6. */
  hostname: string;
  port: number;
  /** Prefix of every path of the document, without a final slash; often empty. */
  basePath: string;
  /** The value of `Host`. */
  host: string;
  /** Whether it is this machine, where the suite may create things. */
  loopback: boolean;
}

/**
 * Reads the base URL of a server.
 *
 * @throws {UserError} exit code 2, if it is not an http(s) URL, or contains credentials, a query or a fragment.
 */
export function readTarget(text: string): Target {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UserError(`--url takes an http or https URL, not ${JSON.stringify(text)}.`, 2);
  }
  if (url.username || url.password) {
    throw new UserError("--url contains credentials: put the key in an environment variable (--token-env).", 2);
  }
  if (url.search || url.hash) {
    throw new UserError("--url is a base URL: leave out its query and fragment.", 2);
  }
  const hostname = url.hostname.replace(/^\[|\]$/g, "");
  const secure = url.protocol === "https:";
  return {
    url: url.href.replace(/\/+$/, ""),
    secure,
    hostname,
    port: url.port ? Number(url.port) : secure ? 443 : 80,
    basePath: url.pathname.replace(/\/+$/, ""),
    host: url.host,
    loopback: hostname === "localhost" || hostname === "::1" || /^127(\.\d{1,3}){3}$/.test(hostname),
  };
}
