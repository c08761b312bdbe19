import { parseMediaType } from "../model/media-type.ts";
import { extensionOf, fileBytes, sentType } from "../values/files.ts";
import type { BodyFormat, UnusualText } from "./body-format.ts";
import { type Field, type Fields, readFields, undescribed } from "./fields.ts";

/** No value contains it. */
const boundary = "----contract-suite-3f9c1d7ab2e84506";
const otherBoundary = "other-boundary-86d2";

/** `multipart/form-data`: https://www.rfc-editor.org/rfc/rfc7578 */
export const multipart: BodyFormat = {
  covers: (mediaType) => parseMediaType(mediaType)?.essence === "multipart/form-data",
  writesFiles: true,
  create(described) {
    const fields = readFields(described);
    const withBoundary = (value: string) => `${described.mediaType}; boundary=${value}`;
    return {
      contentType: withBoundary(boundary),
      validate: fields.validate,
      encode: (value) => join(partsOf(value, fields), boundary),
      malformed(value) {
        const bytes = join(partsOf(value, fields), boundary);
        return malformed(bytes, described.mediaType, described.validate({}).length === 0);
      },
      equivalent(value) {
        const parts = partsOf(value, fields);
        const bytes = join(parts, boundary);
        const again = join(parts, otherBoundary);
        const quoted = withBoundary(`"${boundary}"`);
        return [
          {
            name: "same-boundary",
            about: "has another boundary",
            bytes: again,
            contentType: withBoundary(otherBoundary),
          },
          {
            name: "same-quoted",
            about: "has its boundary in quotes",
            bytes,
            contentType: quoted,
            basis: "recommendation",
          },
          {
            name: "same-preamble",
            about: "has a preamble",
            bytes: Buffer.concat([preamble, bytes]),
            basis: "recommendation",
          },
        ];
      },
    };
  },
};

const preamble = Buffer.from("preamble\r\n");

/** One part with its head. */
type Part = Buffer;

function partsOf(value: unknown, fields: Fields): Part[] {
  const entries = Object.entries(value ?? {}).map(([name, property]) => ({ name, property, field: fields.of(name) }));
  const isFile = ({ field }: { field: Field }) => field.kind === "file";
  // Servers that stream a file want to know the other fields by then.
  const ordered = [...entries.filter((entry) => !isFile(entry)), ...entries.filter(isFile)];
  return ordered.flatMap(({ name, property, field }) => {
    if (field.kind === "pairs") {
      return Object.entries(property as object).map(([key, item]) => partOf(`${name}[${key}]`, item, undescribed));
    }
    const items: unknown[] = field.isList ? [property].flat() : [property];
    return items.map((item) => partOf(name, item, field));
  });
}

function partOf(name: string, value: unknown, { kind, contentType }: Field): Part {
  const quoted = name.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const disposition = `Content-Disposition: form-data; name="${quoted}"`;
  if (kind === "file") {
    const mediaType = sentType(contentType ?? "application/octet-stream");
    const head = `${disposition}; filename="file.${extensionOf(mediaType)}"\r\nContent-Type: ${mediaType}`;
    return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), fileBytes(String(value), mediaType)]);
  }
  const isText = kind === "text" && typeof value !== "object";
  const mediaType = contentType === undefined ? (isText ? undefined : "application/json") : sentType(contentType);
  const head = mediaType === undefined ? disposition : `${disposition}\r\nContent-Type: ${mediaType}`;
  return Buffer.from(`${head}\r\n\r\n${isText ? String(value) : JSON.stringify(value)}`);
}

function join(parts: readonly Part[], separator: string): Buffer {
  const opened = parts.flatMap((part) => [Buffer.from(`--${separator}\r\n`), part, Buffer.from("\r\n")]);
  return Buffer.concat([...opened, Buffer.from(`--${separator}--\r\n`)]);
}

/** @param mayBeEmpty Whether a form without fields is valid, so that one that cannot be read may pass for it. */
function malformed(bytes: Buffer, mediaType: string, mayBeEmpty: boolean): UnusualText[] {
  const lenient = mayBeEmpty && ({ basis: "recommendation" } as const);
  const other = `${mediaType}; boundary=${otherBoundary}`;
  return [
    { name: "malformed-json", about: "is JSON instead of a form", bytes: '{"a":1}', ...lenient },
    {
      name: "malformed-boundary",
      about: "has another boundary than its header",
      bytes,
      contentType: other,
      ...lenient,
    },
    {
      name: "malformed-no-boundary",
      about: "has no boundary in its header",
      bytes,
      contentType: mediaType,
      ...lenient,
    },
    {
      name: "malformed-cut-last",
      about: "lacks its last boundary",
      bytes: bytes.subarray(0, -boundary.length - 8),
      basis: "recommendation",
    },
    {
      name: "malformed-cut-half",
      about: "is cut in the middle",
      bytes: bytes.subarray(0, bytes.length / 2),
      basis: "recommendation",
    },
  ];
}
