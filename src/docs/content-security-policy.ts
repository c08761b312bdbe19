import { createHash } from "node:crypto";

/** Where the template leaves room for the policy. */
const placeholder = "CONTENT_SECURITY_POLICY";

/**
 * The page with a policy that lets it run its own scripts, by their hashes, and load nothing from anywhere: not the
 * logo that Redoc asks its maker's site for, not a font, not a tracker.
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
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  if (!page.includes(placeholder)) throw new Error(`The docs template has no ${placeholder}.`);
  return page.replace(placeholder, policy);
}
