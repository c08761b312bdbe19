import type { BodyFormat } from "./body-format.ts";
import { form } from "./form.ts";
import { json } from "./json.ts";
import { multipart } from "./multipart.ts";
import { text } from "./text.ts";

/** The formats of bodies, those in which most can be told apart first. Adding one takes a file and a line. */
const formats: readonly BodyFormat[] = [json, multipart, form, text];

/** The media types that the suite can write, in words. */
export const writtenTypes = "JSON, forms and plain text";

/** The body whose format tells most apart, and its format; one of a media type rather than of a range. */
export function chooseBody<T extends { mediaType: string }>(bodies: readonly T[]): T | undefined {
  const ranked = formats.flatMap((format) => {
    const covered = bodies.filter(({ mediaType }) => format.covers(mediaType));
    return [...covered.filter(({ mediaType }) => !mediaType.includes("*")), ...covered];
  });
  return ranked[0];
}

/** The format that writes bodies of the media type; undefined if none does. */
export function formatOf(mediaType: string): BodyFormat | undefined {
  return formats.find(({ covers }) => covers(mediaType));
}
