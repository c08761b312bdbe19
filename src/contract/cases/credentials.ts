import { type Credential, credentialValue } from "../model/security.ts";
import type { Basis, Expected } from "../test-case.ts";
import { refusal, success } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest, type Changes } from "./request.ts";

/** Credentials that are absent, malformed, wrong, misplaced, or written in another way. */
export function* credentials(context: CaseContext): Generator<CaseDraft> {
  const { operation, keys, base } = context;
  const { security } = operation;
  const of = (name: string, title: string, changes: Changes, expected: Expected): CaseDraft => ({
    name,
    title,
    requests: [buildRequest(context, changes)],
    expected,
    pointer: security.pointer,
  });
  const hasBody = operation.body !== undefined && base.body !== undefined;
  const [credential, ...others] = security.credentials;
  if (!credential) return;

  if (!security.required) {
    yield of("absent", "there are no credentials, and they are optional", { credentials: false }, success());
  } else {
    yield of("absent", "there are no credentials", { credentials: false }, refusal("missingCredentials"));
    const cut = { credentials: false, body: Buffer.from('{"cut') } as const;
    const title = "there are no credentials, and the body is cut";
    if (hasBody) yield of("absent-bad-body", title, cut, refusal("credentialsWithBadBody"));
  }
  // With several credentials, a wrong one does not show which of them the server looks at.
  if (others.length > 0) return;

  const token = keys.of(credential.scheme);
  const basis: Basis = security.required ? "document" : "recommendation";
  const carry = (value: string): Changes => ({ credentials: () => value });
  for (const { name, title, value } of wrongSchemes(credential, token.value)) {
    yield of(name, title, carry(value), refusal("credentials", basis, malformedStatuses));
  }
  if (credential.prefix) {
    const lower = credentialValue(credential, token.value).replace(credential.prefix, credential.prefix.toLowerCase());
    const expected = success("recommendation", "lowerCaseScheme");
    yield of("lower-case-scheme", "the scheme is in lower case", carry(lower), expected);
    if (security.required) yield* misplacedToken(context, token.value);
  }
  // Only the server that issued the real key can tell that another one is wrong: a mock accepts any.
  if (token.variable === undefined) return;
  // Where the key of an API has a word before it, that word is no secret, and its case may not matter.
  const [, word = "", key = token.value] = (credential.prefix === "" && /^(\S+ )(.+)$/.exec(token.value)) || [];
  for (const { name, title, value } of wrongTokens(key)) {
    const common = credential.prefix === "Bearer" && !token68.test(value) ? malformedStatuses : undefined;
    yield of(name, title, carry(credentialValue(credential, word + value)), refusal("credentials", basis, common));
  }
  const wrong = credentialValue(credential, `${token.value}x`);
  if (hasBody) {
    const title = "the token is wrong, and the body is {}";
    yield of("wrong-bad-body", title, { ...carry(wrong), body: {} }, refusal("credentialsWithBadBody", basis));
  }
  if (credential.in === "header") {
    const valid = buildRequest(context);
    yield {
      name: "two-headers",
      title: "a wrong and the right token, in two headers",
      requests: [{ ...valid, headers: [[credential.name, wrong], ...valid.headers] }],
      expected: { outcome: "open", class: "credentialsTwice" },
      pointer: security.pointer,
    };
  }
}

/** A header that is malformed is a wrong request: https://www.rfc-editor.org/rfc/rfc6750#section-3.1 */
const malformedStatuses = [400];
/** What a token is made of: https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
const token68 = /^[\w.~+/-]+=*$/;

/** A wrong credential: what is wrong with it, and the value to send. */
interface Mutation {
  name: string;
  title: string;
  value: string;
}

/** An `Authorization` header whose scheme is absent, another one, or malformed; none for a credential without a scheme. */
function wrongSchemes({ prefix }: Credential, token: string): Mutation[] {
  if (prefix === "") return [];
  const basic = (pair: string) => `Basic ${Buffer.from(pair).toString("base64")}`;
  const other = prefix === "Basic" ? `Bearer ${token}` : basic(`user:${token}`);
  const mutations: Mutation[] = [
    { name: "scheme-only", title: "the scheme has no token", value: prefix },
    { name: "empty", title: "the header is empty", value: "" },
    { name: "other-scheme", title: `the scheme is ${other.split(" ")[0]}`, value: other },
    { name: "colon", title: "a colon follows the scheme", value: `${prefix}: ${token}` },
    { name: "longer-scheme", title: "the scheme has an extra letter", value: `${prefix}s ${token}` },
    { name: "basic-user", title: "the scheme is Basic, with the token as the user", value: basic(`${token}:`) },
    { name: "unknown-scheme", title: "the scheme is Token", value: `Token ${token}` },
    { name: "no-scheme", title: "the token has no scheme", value: token },
    { name: "glued-scheme", title: "no space separates scheme and token", value: prefix + token },
  ];
  return mutations.filter(({ name }) => prefix !== "Basic" || name !== "basic-user");
}

/** Tokens that resemble the right one, and words that careless code accepts. */
function wrongTokens(token: string): Mutation[] {
  const mutations: Mutation[] = [
    { name: "wrong", title: "the token is another one", value: `wrong-${[...token].reverse().join("")}` },
    { name: "suffix", title: "the token has an extra character", value: `${token}x` },
    { name: "word-before", title: "a word precedes the token", value: `extra ${token}` },
    { name: "prefixed", title: "an extra character precedes the token", value: `x${token}` },
    {
      name: "last-character",
      title: "the token's last character is another",
      value: token.slice(0, -1) + (token.endsWith("x") ? "y" : "x"),
    },
    { name: "prefix", title: "the token lacks its last character", value: token.slice(0, -1) },
    { name: "first-character", title: "the token is its first character", value: token.slice(0, 1) },
    { name: "cut-front", title: "the token lacks its first character", value: token.slice(1) },
    { name: "other-case", title: "the token is in the other case", value: swapCase(token) },
    { name: "twice", title: "the token is sent twice", value: `${token}, ${token}` },
    { name: "quoted", title: "the token is in quotes", value: `"${token}"` },
    { name: "word-null", title: "the token is null", value: "null" },
    { name: "word-undefined", title: "the token is undefined", value: "undefined" },
    { name: "star", title: "the token is an asterisk", value: "*" },
  ];
  return mutations.filter(({ value }) => value !== token && value !== "");
}

/** The right token where the document does not put it: in the query, in a cookie. */
function* misplacedToken(context: CaseContext, token: string): Generator<CaseDraft> {
  const { operation } = context;
  const { pointer } = operation.security;
  const bare = buildRequest(context, { credentials: false });
  const separator = bare.target.includes("?") ? "&" : "?";
  const target = `${bare.target}${separator}access_token=${encodeURIComponent(token)}`;
  yield {
    name: "in-query",
    title: "the token is in the query only",
    requests: [{ ...bare, target }],
    expected: refusal("credentialsInQuery"),
    pointer,
  };
  const headers = { Cookie: `access_token=${token}; token=${token}` };
  yield {
    name: "in-cookie",
    title: "the token is in a cookie only",
    requests: [buildRequest(context, { credentials: false, headers })],
    expected: refusal("credentialsInCookie"),
    pointer,
  };
}

function swapCase(text: string): string {
  return text.replaceAll(/[a-z]/gi, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  );
}
