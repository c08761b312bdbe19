import { createHash } from "node:crypto";

/** Placeholder of the policy in a page. */
export const policyPlaceholder = "CONTENT_SECURITY_POLICY";

/** What a page may do beyond running its own scripts. */
export interface Permissions {
  /** Whether it writes styles at run time, as Redoc does. If not, only its own styles apply, by hash. */
  runtimeStyles?: boolean;
  /** Whether it may call servers, because the reader chooses the console's base URL. */
  calls?: boolean;
}

/** Adds a policy that lets the page run only its own scripts, by hash, and load nothing: no font, image or tracker. */
export function withContentSecurityPolicy(page: string, { runtimeStyles = false, calls = false }: Permissions): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hashesOf("script", page)}`,
    `style-src ${runtimeStyles ? "'unsafe-inline'" : hashesOf("style", page)}`,
    "img-src data:",
    "font-src data:",
    ...(calls ? ["connect-src http: https:"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  if (!page.includes(policyPlaceholder)) throw new Error(`The page has no ${policyPlaceholder}.`);
  return page.replace(policyPlaceholder, policy);
}

function hashesOf(element: string, page: string): string {
  const contents = [...page.matchAll(new RegExp(`<${element}\\b[^>]*>([\\s\\S]*?)</${element}>`, "g"))];
  return contents
    .map(([, content = ""]) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`)
    .join(" ");
}
