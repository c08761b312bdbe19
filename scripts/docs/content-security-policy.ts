import { createHash } from "node:crypto";

/** Placeholder of the policy in a page. */
export const policyPlaceholder = "CONTENT_SECURITY_POLICY";

/**
 * Adds a policy that lets the page run only its own scripts, by hash, and load nothing: no font, image or tracker. It may
 * call any server, because the reader chooses the console's base URL.
 *
 * Inline styles are allowed, because Redoc writes them at run time.
 */
export function withContentSecurityPolicy(page: string): string {
  const scripts = [...page.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)];
  const hashes = scripts.map(([, script = ""]) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  const policy = [
    "default-src 'none'",
    `script-src ${hashes.join(" ")}`,
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    "connect-src http: https:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  if (!page.includes(policyPlaceholder)) throw new Error(`The page has no ${policyPlaceholder}.`);
  return page.replace(policyPlaceholder, policy);
}
