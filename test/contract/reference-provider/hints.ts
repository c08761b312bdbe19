import type { ProviderKind } from "./fault.ts";

/** The statuses of both providers for each request class: they check requests in the same order. */
const statuses = {
  body: 422,
  borderline: 422,
  missingBody: 400,
  syntax: 400,
  duplicateKeys: 400,
  invalidUtf8: 400,
  byteOrderMark: 400,
  loneSurrogate: 400,
  size: 413,
  mediaType: 415,
  similarMediaType: 415,
  missingMediaType: 415,
  charset: 415,
  contentEncoding: 415,
  credentials: 401,
  credentialsTwice: 401,
  accept: 406,
  acceptZero: 406,
  method: 405,
  path: 404,
};

const withKey = {
  missingCredentials: 401,
  credentialsWithBadBody: 401,
  credentialsInQuery: 401,
  credentialsInCookie: 401,
};

/** What HTTP allows and the documents leave open, and both providers accept. */
function accepted(status: number): Record<string, number> {
  return {
    acceptRange: status,
    quotedCharset: status,
    identityEncoding: status,
    chunkedBody: status,
    capitalUuid: status,
  };
}

/** Locations of the request body that the response body repeats under the same names. */
function same(...locations: string[]): Record<string, string> {
  return Object.fromEntries(locations.map((path) => [`$response.body#/${path}`, `$request.body#/${path}`]));
}

/** `x-contract` of the operations, by provider and `operationId`. The project's own document has none: its page is silent. */
export const hints: Record<ProviderKind, Record<string, object>> = {
  persona: {
    createPersona: {
      echoes: same("name", "description", "root_clip_id"),
      unique: ["$response.body#/id"],
      statuses: {
        ...statuses,
        ...accepted(200),
        lowerCaseScheme: 200,
        nullCharacter: 200,
        unknownParameter: 200,
        depth: 400,
      },
    },
  },
  boards: {},
  orders: {
    placeOrder: {
      echoes: same(
        ..."channel currency terms note tags gift giftMessage metadata requestedAt deliverOn callbackUrl couponId".split(
          " ",
        ),
        ..."priority parcelGrams insuredValue customer/name customer/email customer/phone lines payment/method".split(
          " ",
        ),
      ),
      equals: { "$response.header.Location": "/v1/orders/{$response.body#/id}" },
      unique: ["$response.body#/id", "$response.header.X-Request-Id"],
      recent: ["$response.body#/placedAt"],
      defaults: true,
      idempotencyKey: "$request.header.Idempotency-Key",
      errors: { pointer: "$response.body#/errors/0/pointer" },
      statuses: {
        ...statuses,
        ...withKey,
        ...accepted(201),
        lowerCaseScheme: 201,
        unknownParameter: 201,
        parameter: 422,
        idempotencyConflict: 409,
      },
    },
    changeOrder: {
      errors: { pointer: "$response.body#/errors/0/pointer" },
      statuses: {
        ...statuses,
        ...withKey,
        lowerCaseScheme: 200,
        nullCharacter: 200,
        unknownParameter: 200,
        pathParameter: 422,
      },
    },
  },
};

/** The document with the hints in its operations. */
export function withHints<T extends object>(document: T, kind: ProviderKind): T {
  const copy = structuredClone(document) as { paths: Record<string, Record<string, { operationId?: string }>> };
  for (const operation of Object.values(copy.paths).flatMap((item) => Object.values(item))) {
    const own = hints[kind][operation.operationId ?? ""];
    if (own) Object.assign(operation, { "x-contract": own });
  }
  return copy as T;
}
