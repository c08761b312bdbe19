import { parseMediaType } from "../model/media-type.ts";
import { renderQuery } from "../values/parameters.ts";
import type { BodyFormat, UnusualText } from "./body-format.ts";
import { type Fields, readFields } from "./fields.ts";

/** `application/x-www-form-urlencoded`: https://spec.openapis.org/oas/v3.1.0#support-for-x-www-form-urlencoded-request-bodies */
export const form: BodyFormat = {
  covers: (mediaType) => parseMediaType(mediaType)?.essence === "application/x-www-form-urlencoded",
  create(described) {
    const fields = readFields(described);
    const write = (value: unknown) => pairsOf(value, fields).flat().join("&");
    return {
      contentType: described.mediaType,
      validate: fields.validate,
      encode: (value) => Buffer.from(write(value).replaceAll("%20", "+")),
      malformed: (value) => malformed(write(value), described.validate({}).length === 0),
      equivalent: (value) => equivalent(pairsOf(value, fields)),
    };
  },
};

/** The `name=value`s of each property, percent-encoded. */
function pairsOf(value: unknown, fields: Fields): string[][] {
  return Object.entries(value ?? {}).map(([name, property]) => {
    const { kind, isList, encoding } = fields.of(name);
    const { style = "form", explode = style === "form" } = encoding;
    const mediaType = kind === "json" ? "application/json" : undefined;
    const parameter = { name, style, explode, mediaType };
    const items: unknown[] = kind === "json" && isList ? [property].flat() : [property];
    return items.flatMap((item) => renderQuery(parameter, item));
  });
}

/** @param mayBeEmpty Whether a form without fields is valid, so that one that cannot be read may pass for it. */
function malformed(text: string, mayBeEmpty: boolean): UnusualText[] {
  const lenient = mayBeEmpty && ({ basis: "recommendation" } as const);
  return [
    { name: "malformed-json", about: "is JSON instead of a form", bytes: '{"a":1}', ...lenient },
    {
      name: "malformed-escape",
      about: "ends with a broken percent escape",
      bytes: `${text}&extra=%zz`,
      basis: "open",
    },
    { name: "malformed-utf-8", about: "has bytes that are not UTF-8", bytes: `${text}&extra=%ff%fe`, basis: "open" },
  ];
}

function equivalent(pairs: string[][]): UnusualText[] {
  const text = pairs.flat().join("&");
  const escaped = text.replaceAll(/(?<==)[a-z\d]/gi, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  return [
    { name: "same-reversed", about: "has its fields in another order", bytes: [...pairs].reverse().flat().join("&") },
    { name: "same-escaped", about: "has letters written as percent escapes", bytes: escaped },
    { name: "same-spaces", about: "has spaces written as %20", bytes: text },
  ];
}
