import { parseMediaType } from "../model/media-type.ts";
import type { ShownHeader } from "../model/shown-headers.ts";
import type { CaseContext } from "./family.ts";

type Sender = Pick<CaseContext, "operation" | "base" | "keys">;

/** The value of a header that the document lists as a parameter; undefined where it need not be sent. */
export function shownValue({ operation, base }: Sender, name: string): string | undefined {
  const given = [...base.parameters].find(([key]) => key.toLowerCase() === `header ${name}`)?.[1];
  if (given !== undefined) return String(given);
  const header = find({ operation }, name);
  return header?.required ? header.value : undefined;
}

/** The `Content-Type` of a body: as the document shows it, where that is the media type which is sent. */
export function contentTypeOf(sender: Sender): string | undefined {
  const { mediaType, contentType } = sender.operation.body ?? {};
  const shown = shownValue(sender, "content-type");
  // What a document shows does not know the boundary of this body.
  if (mediaType === undefined || shown === undefined || contentType !== mediaType) return contentType;
  return parseMediaType(shown)?.essence === parseMediaType(mediaType)?.essence ? shown : contentType;
}

/**
 * The `Authorization` of an operation that has it as a parameter and not as a security scheme: the key in the form of the
 * documented example, and the example itself where no key was given.
 */
export function shownAuthorization(sender: Sender): string | undefined {
  const { operation, keys } = sender;
  const token = keys.of();
  const header = find(sender, "authorization");
  const isSecured = operation.security.credentials.some(({ name }) => name.toLowerCase() === "authorization");
  if (!header || isSecured) return undefined;
  const shown = shownValue(sender, "authorization");
  if (token.variable === undefined) return shown ?? (header.required ? `Bearer ${token.value}` : undefined);
  const [, scheme] = /^(\S+)\s+\S/.exec(header.value ?? "Bearer key") ?? [];
  return scheme === undefined ? token.value : `${scheme} ${token.value}`;
}

function find({ operation }: Pick<Sender, "operation">, name: string): ShownHeader | undefined {
  return operation.shownHeaders.find((header) => header.name === name);
}
