import { headerOf, Refusal, type Request } from "./message.ts";

const parameter = /\s*;\s*([!#$%&'*+.^_`|~\w-]+)=("(?:[^"\\]|\\.)*"|[!#$%&'*+.^_`|~\w-]+)/g;
const mediaType = new RegExp(`^\\s*([!#$&^_.+\\w-]+/[!#$&^_.+\\w*-]+|\\*/\\*)((?:${parameter.source})*)\\s*;?\\s*$`);

/** A media type or a range of them, in lower case, and its parameters. Undefined: it cannot be read. */
export function readMediaType(text: string): { type: string; parameters: Map<string, string> } | undefined {
  const [, type, rest = ""] = mediaType.exec(text) ?? [];
  if (type === undefined) return undefined;
  const parameters = [...rest.matchAll(parameter)].map(
    ([, name = "", value = ""]) => [name.toLowerCase(), value.replace(/^"(.*)"$/s, "$1").toLowerCase()] as const,
  );
  return { type: type.toLowerCase(), parameters: new Map(parameters) };
}

/** Refuses a body that is not of one of the media types, is not UTF-8 by its own word, or is compressed. */
export function checkMediaType(request: Request, accepted: string[]): void {
  const given = headerOf(request, "Content-Type");
  if (given === undefined && request.body.length === 0) throw new Refusal(400, "The body is missing.");
  const encoding = headerOf(request, "Content-Encoding")?.trim().toLowerCase() ?? "identity";
  if (encoding !== "identity")
    throw new Refusal(415, "The body must not be compressed.", [["Accept-Encoding", "identity"]]);
  const read = readMediaType(given ?? "");
  const charset = read?.parameters.get("charset") ?? "utf-8";
  if (!read || !accepted.includes(read.type) || charset !== "utf-8") {
    throw new Refusal(415, `The body must be ${accepted.join(" or ")} in UTF-8.`);
  }
}

/** Refuses where the Accept header excludes JSON. A header that cannot be read excludes nothing. */
export function checkAccept(request: Request): void {
  const header = headerOf(request, "Accept");
  if (header === undefined || header.trim() === "") return;
  const ranges = header.split(",").map(readMediaType);
  if (ranges.some((range) => range === undefined)) return;
  for (const range of ["application/json", "application/*", "*/*"]) {
    // The most specific range decides.
    const named = ranges.filter((given) => given?.type === range);
    if (named.some((given) => Number(given?.parameters.get("q") ?? 1) !== 0)) return;
    if (named.length > 0) break;
  }
  throw new Refusal(406, "The answer is application/json, which the Accept header excludes.");
}
