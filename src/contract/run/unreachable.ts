import type { Exchange } from "../http/client.ts";
import type { Target } from "../http/target.ts";

/** Why nothing can be tested, where the first request finds no server; undefined where it finds one. */
export function whyUnreachable([exchange]: readonly Exchange[], { url }: Target): string | undefined {
  const { failure } = exchange ?? {};
  if (failure?.kind !== "refused") return undefined;
  const { code = "" } = failure;
  if (/CERT|ISSUER|SIGNATURE/.test(code))
    return `The certificate of ${url} is not trusted (${code}: ${failure.message}). Give the authority's with --ca FILE, or correct --url.`;
  if (/^ERR_(SSL|TLS)|^EPROTO/.test(code)) return `${url} does not speak TLS as expected (${code}). Correct --url.`;
  return `No server responds on ${url} (${failure.message}). Start the server or correct --url.`;
}
