import { allow } from "./allow.ts";
import { answered } from "./answered.ts";
import { bodySchema } from "./body-schema.ts";
import type { Check, CheckInfo } from "./check.ts";
import { contentCoding } from "./content-coding.ts";
import { echoes } from "./echoes.ts";
import { framing } from "./framing.ts";
import { headers } from "./headers.ts";
import { isolation } from "./isolation.ts";
import { mediaType } from "./media-type.ts";
import { negativeDataRejection } from "./negative-data-rejection.ts";
import { noSuccess } from "./no-success.ts";
import { positiveDataAcceptance } from "./positive-data-acceptance.ts";
import { recordedRequest } from "./recorded-request.ts";
import { redirect } from "./redirect.ts";
import { secrets } from "./secrets.ts";
import { serverError } from "./server-error.ts";
import { status } from "./status.ts";
import { strictJson } from "./strict-json.ts";
import { undocumented } from "./undocumented.ts";
import { unique } from "./unique.ts";

/** The checks of every test case. Adding one takes a file and a line. */
export const checks: readonly Check[] = [
  answered,
  serverError,
  redirect,
  negativeDataRejection,
  positiveDataAcceptance,
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
  unique,
  isolation,
];

/** The check of that name, those that judge a whole run or a recording included. */
export function checkNamed(name: string): CheckInfo {
  const found = [noSuccess, recordedRequest, ...checks].find((check) => check.name === name);
  if (!found) throw new Error(`There is no check ${name}.`);
  return found;
}

/** Whether the violations of that check count only once the operation's baseline has succeeded. */
export function needsBaseline(name: string): boolean {
  return checks.some((check) => check.name === name && check.needsBaseline === true);
}
