import { UserError } from "../internal/user-error.ts";
import type { OpenApiDocument } from "../openapi/document.ts";
import { checkDocument, parseData, readDocument } from "../openapi/read-document.ts";

/** Largest document that is fetched, in bytes, and the longest time that it may take, in milliseconds. */
const maxBytes = 10_000_000;
const timeoutMs = 10_000;

/**
 * Reads an OpenAPI document from a file or a URL, as JSON or YAML.
 *
 * @throws {UserError} Exit code 2, if it cannot be read, does not parse or is not an OpenAPI 3 document.
 */
export async function readSpec(source: string): Promise<OpenApiDocument> {
  if (!/^https?:\/\//.test(source)) return readDocument(source);
  // The query may contain a secret.
  const name = source.replace(/\?.*/, "");
  return checkDocument(await parseData(await fetchText(source, name), name), name);
}

async function fetchText(url: string, name: string): Promise<string> {
  const fail = (why: string, cause?: unknown) =>
    new UserError(`Cannot read ${name} (${why}). Correct --spec, or download the document.`, 2, { cause });
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) throw fail(`status ${response.status}`);
    const reader = response.body?.getReader();
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
      bytes += chunk.value.length;
      if (bytes > maxBytes) throw fail(`larger than ${maxBytes / 1_000_000} MB`);
      chunks.push(chunk.value);
    }
    return Buffer.concat(chunks).toString("utf8");
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    const { name: kind, message, cause: deeper } = cause as Error;
    throw fail(kind === "TimeoutError" ? `took longer than ${timeoutMs / 1000} s` : describe(deeper ?? message), cause);
  }
}

function describe(cause: unknown): string {
  const { code, message } = (typeof cause === "object" ? cause : { message: cause }) as {
    code?: string;
    message?: string;
  };
  return code ?? message ?? "no connection";
}
