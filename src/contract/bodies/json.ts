import { withValue } from "../../openapi/pointer.ts";
import { isJson } from "../model/media-type.ts";
import { equivalentTexts } from "../values/json-texts/equivalent.ts";
import { malformedTexts } from "../values/json-texts/malformed.ts";
import type { BodyFormat } from "./body-format.ts";

const placeholder = "\u0001raw\u0001";

/** JSON, which writes every value, each in its own way. */
export const json: BodyFormat = {
  covers: isJson,
  create: ({ mediaType, validate }) => ({
    contentType: mediaType.includes("*") ? "application/json" : mediaType,
    validate,
    encode: (value) => Buffer.from(JSON.stringify(value)),
    malformed: (value) => malformedTexts(JSON.stringify(value)),
    equivalent: equivalentTexts,
    withJson(value, location, text) {
      const whole = JSON.stringify(withValue(value, location, placeholder));
      return Buffer.from(whole.replace(JSON.stringify(placeholder), () => text));
    },
  }),
};
