import { credentialValue } from "../model/security.ts";
import type { Expected, TestCase } from "../test-case.ts";
import { buildRequest, type CaseContext, type Changes, oneRequest, refusal, success } from "./context.ts";

/** Credentials that are absent, malformed, wrong, or written in another way. */
export function* credentials(context: CaseContext): Generator<TestCase> {
  const { operation, token, base } = context;
  const { security } = operation;
  const of = (name: string, title: string, changes: Changes, expected: Expected) =>
    oneRequest(context, "credentials", name, title, buildRequest(context, changes), expected, security.pointer);
  const [credential, ...others] = security.credentials;
  if (!credential) return;

  if (!security.required) {
    yield of("absent", "there are no credentials, and they are optional", { credentials: false }, success());
  } else {
    yield of("absent", "there are no credentials", { credentials: false }, refusal("missingCredentials"));
    if (operation.body && base.body !== undefined) {
      const badBody = { credentials: false, body: Buffer.from('{"cut') };
      yield of(
        "absent-bad-body",
        "there are no credentials, and the body is cut",
        badBody,
        refusal("credentialsWithBadBody"),
      );
    }
  }
  // Wrong ones among others would not tell which is looked at.
  if (others.length > 0) return;
  const basis = security.required ? "document" : "recommendation";
  const carry = (value: string | string[]): Changes => {
    const { in: place, name } = credential;
    if (place === "header") return { credentials: false, headers: { [name]: [value].flat()[0] } };
    return place === "cookie"
      ? { credentials: false, headers: { Cookie: `${name}=${value}` } }
      : { credentials: false };
  };
  if (credential.in === "query") return;
  if (credential.prefix) {
    const other =
      credential.prefix === "Basic"
        ? `Bearer ${token.value}`
        : `Basic ${Buffer.from(`user:${token.value}`).toString("base64")}`;
    yield of("scheme-only", "the scheme has no token", carry(credential.prefix), refusal("credentials", basis));
    yield of("empty", "the header is empty", carry(""), refusal("credentials", basis));
    yield of("other-scheme", `the scheme is ${other.split(" ")[0]}`, carry(other), refusal("credentials", basis));
    const colon = `${credential.prefix}: ${token.value}`;
    yield of("colon", "a colon stands after the scheme", carry(colon), refusal("credentials", basis));
    const longer = `${credential.prefix}s ${token.value}`;
    yield of("longer-scheme", "the scheme has a letter more", carry(longer), refusal("credentials", basis));
    if (credential.prefix !== "Basic") {
      const user = `Basic ${Buffer.from(`${token.value}:`).toString("base64")}`;
      yield of(
        "basic-user",
        "the scheme is Basic, with the token as the user",
        carry(user),
        refusal("credentials", basis),
      );
    }
    yield of("unknown-scheme", "the scheme is Token", carry(`Token ${token.value}`), refusal("credentials", basis));
    yield of("no-scheme", "the token has no scheme", carry(token.value), refusal("credentials", basis));
    yield of(
      "glued-scheme",
      "scheme and token are not apart",
      carry(credential.prefix + token.value),
      refusal("credentials", basis),
    );
    const lower = credentialValue(credential, token.value).replace(credential.prefix, credential.prefix.toLowerCase());
    yield of(
      "lower-case-scheme",
      "the scheme is in lower case",
      carry(lower),
      success("recommendation", "lowerCaseScheme"),
    );
    if (security.required) {
      const query = buildRequest(context, { credentials: false });
      const target = `${query.target}${query.target.includes("?") ? "&" : "?"}access_token=${encodeURIComponent(token.value)}`;
      const request = { ...query, target };
      yield oneRequest(
        context,
        "credentials",
        "in-query",
        "the token is in the query only",
        request,
        refusal("credentialsInQuery"),
        security.pointer,
      );
      const cookie = { credentials: false, headers: { Cookie: `access_token=${token.value}; token=${token.value}` } };
      yield of("in-cookie", "the token is in a cookie only", cookie, refusal("credentialsInCookie"));
    }
  }
  yield* wrongTokens();

  function* wrongTokens(): Generator<TestCase> {
    // Without the real key nobody knows which one is wrong: a mock takes any.
    if (token.variable === undefined) return;
    const { value } = token;
    const wrong: [name: string, title: string, value: string][] = [
      ["wrong", "the token is another one", `wrong-${[...value].reverse().join("")}`],
      ["suffix", "the token has a character more", `${value}x`],
      ["word-before", "a word stands before the token", `extra ${value}`],
      ["prefixed", "the token has a character more before it", `x${value}`],
      [
        "last-character",
        "the token's last character is another",
        value.slice(0, -1) + (value.endsWith("x") ? "y" : "x"),
      ],
      ["prefix", "the token lacks its last character", value.slice(0, -1)],
      ["first-character", "the token is its first character", value.slice(0, 1)],
      ["cut-front", "the token lacks its first character", value.slice(1)],
      ["other-case", "the token is in the other case", swapCase(value)],
      ["twice", "the token is given twice", `${value}, ${value}`],
      ["quoted", "the token is in quotes", `"${value}"`],
      ["word-null", "the token is null", "null"],
      ["word-undefined", "the token is undefined", "undefined"],
      ["star", "the token is a star", "*"],
    ];
    for (const [name, title, changed] of wrong) {
      if (changed === value || changed === "") continue;
      yield of(name, title, carry(credentialValue(credential as never, changed)), refusal("credentials", basis));
    }
    if (operation.body && base.body !== undefined) {
      const bad = { ...carry(credentialValue(credential as never, `${value}x`)), body: {} };
      yield of(
        "wrong-bad-body",
        "the token is wrong, and the body is {}",
        bad,
        refusal("credentialsWithBadBody", basis),
      );
    }
    if (credential?.in !== "header") return;
    const one = buildRequest(context);
    const both = {
      ...one,
      headers: [[credential?.name ?? "", credentialValue(credential as never, `${value}x`)] as const, ...one.headers],
    };
    const open: Expected = { outcome: "open", class: "credentialsTwice" };
    yield oneRequest(
      context,
      "credentials",
      "two-headers",
      "a wrong and the right token, in two headers",
      both,
      open,
      security.pointer,
    );
  }
}

function swapCase(text: string): string {
  return text.replaceAll(/[a-z]/gi, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  );
}
