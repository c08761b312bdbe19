import { parseMediaType } from "../model/media-type.ts";
import type { BodyFormat } from "./body-format.ts";
import { cannotWrite, errorsOfText } from "./readings.ts";

/** `text/plain`: one text, number or boolean. */
export const text: BodyFormat = {
  covers: (mediaType) => parseMediaType(mediaType)?.essence === "text/plain",
  create: ({ mediaType, validate }) => ({
    contentType: mediaType,
    validate: (value) =>
      typeof value === "object" ? [cannotWrite("", "cannot be plain text")] : errorsOfText(value, [""], validate),
    encode: (value) => Buffer.from(typeof value === "object" ? JSON.stringify(value) : String(value)),
    malformed: () => [
      {
        name: "malformed-utf-8",
        about: "is not UTF-8",
        bytes: Buffer.from([0x61, 0xff, 0x62]),
        basis: "open",
      },
    ],
    equivalent: (value) => {
      const hasCharset = parseMediaType(mediaType)?.parameters.has("charset");
      const contentType = `${mediaType}; charset=utf-8`;
      return hasCharset
        ? []
        : [{ name: "same-charset", about: "comes with charset=utf-8", bytes: String(value), contentType }];
    },
  }),
};
