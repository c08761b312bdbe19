import { allow } from "./allow.ts";
import { answered } from "./answered.ts";
import { bodySchema } from "./body-schema.ts";
import type { AcrossCheck, Check } from "./check.ts";
import { contentCoding } from "./content-coding.ts";
import { echoes } from "./echoes.ts";
import { framing } from "./framing.ts";
import { headers } from "./headers.ts";
import { isolation } from "./isolation.ts";
import { mediaType } from "./media-type.ts";
import { redirect } from "./redirect.ts";
import { secrets } from "./secrets.ts";
import { serverError } from "./server-error.ts";
import { status } from "./status.ts";
import { strictJson } from "./strict-json.ts";
import { undocumented } from "./undocumented.ts";
import { unique } from "./unique.ts";

/** The checks of every answer. A new one is a file and a line. */
export const checks: readonly Check[] = [
  answered,
  serverError,
  redirect,
  status,
  mediaType,
  headers,
  bodySchema,
  strictJson,
  framing,
  contentCoding,
  secrets,
  echoes,
  allow,
  undocumented,
];

/** The checks of the answers of one case beside each other. */
export const acrossChecks: readonly AcrossCheck[] = [unique, isolation];
