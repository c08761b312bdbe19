import { createHash } from "node:crypto";

/** Where the policy goes in a page. */
export const policyPlaceholder = "CONTENT_SECURITY_POLICY";

/**
 * The page with a policy that lets it run its own scripts, by their hashes, and load nothing: not a font, not an image,
 * not a tracker. It may call any server, because the console's base URL is the reader's to choose.
 *
 * Styles are allowed inline, because Redoc writes them while it runs.
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
