import { allow } from "./allow.ts";
import { bodySchema } from "./body-schema.ts";
import type { Check, CheckInfo } from "./check.ts";
import { completeResponse } from "./complete-response.ts";
import { contentCoding } from "./content-coding.ts";
import { defaults } from "./defaults.ts";
import { echoes } from "./echoes.ts";
import { equals } from "./equals.ts";
import { errorPointer } from "./error-pointer.ts";
import { framing } from "./framing.ts";
import { headers } from "./headers.ts";
import { iJson } from "./i-json.ts";
import { idempotency } from "./idempotency.ts";
import { isolation } from "./isolation.ts";
import { mediaType } from "./media-type.ts";
import { negativeDataRejection } from "./negative-data-rejection.ts";
import { noSuccess } from "./no-success.ts";
import { positiveDataAcceptance } from "./positive-data-acceptance.ts";
import { problemStatus } from "./problem-status.ts";
import { recent } from "./recent.ts";
import { recordedRequest } from "./recorded-request.ts";
import { redirect } from "./redirect.ts";
import { resourceAvailability } from "./resource-availability.ts";
import { secrets } from "./secrets.ts";
import { serverError } from "./server-error.ts";
import { status } from "./status.ts";
import { stored } from "./stored.ts";
import { strictJson } from "./strict-json.ts";
import { undocumented } from "./undocumented.ts";
import { unique } from "./unique.ts";
import { useAfterDelete } from "./use-after-delete.ts";

/** The checks of every test case. Adding one takes a file and a line. */
export const checks: readonly Check[] = [
  completeResponse,
  serverError,
  redirect,
  negativeDataRejection,
  positiveDataAcceptance,
  status,
  mediaType,
  headers,
  bodySchema,
  problemStatus,
  strictJson,
  iJson,
  framing,
  contentCoding,
  secrets,
  echoes,
  equals,
  defaults,
  recent,
  errorPointer,
  allow,
  undocumented,
  unique,
  idempotency,
  isolation,
  resourceAvailability,
  useAfterDelete,
  stored,
];

/** Every check by name, including those of a whole run and of a recording. */
const infos = new Map([noSuccess, recordedRequest, ...checks].map((check): [string, CheckInfo] => [check.name, check]));

/** The check of that name; undefined if there is none. */
export function findCheck(name: string): CheckInfo | undefined {
  return infos.get(name);
}
