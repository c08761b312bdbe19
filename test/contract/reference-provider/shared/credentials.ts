import { received, receivedHeader, renumbered, step } from "../change.ts";
import { headerOf, withHeader } from "../core/message.ts";
import type { Provider } from "../core/provider.ts";
import type { Change } from "../fault.ts";

/** What is wrong with the way in which credentials that were sent are checked. */
export const credentials: Record<string, Change> = {
  "any token": tokens(() => true),
  "an empty token": authorization((value) => /^bearer\s*$/i.test(value)),
  "an empty header": authorization((value) => value.trim() === ""),
  "any header that is not Bearer": authorization((value) => !/^bearer/i.test(value)),
  "another scheme with the right token": authorization((value, { owner }) => value.endsWith(` ${owner}`)),
  "Basic with the token as the user": authorization(
    (value, { owner }) => value === `Basic ${Buffer.from(`${owner}:`).toString("base64")}`,
  ),
  "Basic with anything": authorization((value) => /^basic /i.test(value)),
  "the token without a scheme": authorization((value, { owner }) => value === owner),
  "a scheme that only starts right": authorization(
    (value, { owner }) => /^bearer\w+ /i.test(value) && value.endsWith(owner),
  ),
  "no space after the scheme": authorization(
    (value, { owner }) => value.toLowerCase() === `bearer${owner.toLowerCase()}`,
  ),
  "a colon after the scheme": authorization((value, { owner }) => value === `Bearer: ${owner}`),
  "the start of the token": tokens((token, owner) => token.length >= 8 && owner.startsWith(token)),
  "the first letters of the token": tokens((token, owner) => token.slice(0, 8) === owner.slice(0, 8)),
  "more after the token": tokens((token, owner) => token.startsWith(owner)),
  "more before the token": tokens((token, owner) => token.endsWith(owner)),
  "the token in any case": tokens((token, owner) => token.toLowerCase() === owner.toLowerCase()),
  "another token of the same length": tokens((token, owner) => token.length === owner.length),
  "a token of one letter that differs at the end": tokens(
    (token, owner) => token.length === owner.length && token.slice(0, -1) === owner.slice(0, -1),
  ),
  "the token in quotes": tokens((token, owner) => token === `"${owner}"`),
  "words after the token": authorization((value, { owner }) => value.startsWith(`Bearer ${owner} `)),
  "a list of tokens with the right one": authorization(
    (value, { owner }) => value.includes(`${owner},`) || value.includes(`, Bearer ${owner}`),
  ),
  "two headers, the first counts": received((request) => {
    const [, first] = request.headers.find(([name]) => name.toLowerCase() === "authorization") ?? [];
    return { ...request, headers: withHeader(request.headers, "Authorization", first) };
  }),
  "two headers, the last counts": received((request) => {
    const [, last] = request.headers.findLast(([name]) => name.toLowerCase() === "authorization") ?? [];
    return { ...request, headers: withHeader(request.headers, "Authorization", last) };
  }),
  "a null token": tokens((token) => token === "null" || token === "undefined"),
  "a token that is a wildcard": tokens((token) => token === "*"),
  "a token of SQL": tokens((token) => /'/.test(token)),
  "a body is checked before the credentials": late("serve"),
  "the JSON of a body is parsed before the credentials": late("validate"),
  "the media type is checked before the credentials": late("decode"),
  "wrong credentials end in a failure": renumbered(401, 500),
  "wrong credentials are a wrong request": renumbered(401, 400),
  "wrong credentials are forbidden": renumbered(401, 403),
  "wrong credentials are not found": renumbered(401, 404),
  "wrong credentials redirect to a page": renumbered(401, 302),
  "a refusal of credentials names no scheme": step("explain", (explain) => (refusal) => {
    const answer = explain(refusal);
    return { ...answer, headers: withHeader(answer.headers, "WWW-Authenticate") };
  }),
  "a refusal of credentials names another scheme": step("explain", (explain) => (refusal) => {
    const answer = explain(refusal);
    const challenge = headerOf(answer, "WWW-Authenticate") && 'Basic realm="all"';
    return challenge ? { ...answer, headers: withHeader(answer.headers, "WWW-Authenticate", challenge) } : answer;
  }),
  "the right token is refused in another case of the scheme": receivedHeader("Authorization", (value) =>
    value && !value.startsWith("Bearer ") ? "Bearer" : value,
  ),
  "the right token is refused after two spaces": receivedHeader("Authorization", (value) =>
    value?.includes("  ") ? "Bearer" : value,
  ),
};

/** Accepts further values of the header. */
function authorization(test: (value: string, tokens: Provider["tokens"]) => boolean): Change {
  return step("authenticate", (authenticate) => (request, tokens) => {
    const value = headerOf(request, "Authorization");
    return value !== undefined && test(value, tokens) ? "owner" : authenticate(request, tokens);
  });
}

/** Accepts further tokens of the right scheme. */
function tokens(test: (token: string, owner: string) => boolean): Change {
  return authorization((value, { owner }) => {
    const [, token] = /^bearer (.+)$/i.exec(value) ?? [];
    return token !== undefined && !token.includes(" ") && test(token, owner);
  });
}

/** Refuses wrong credentials no earlier than at a step, so that what comes before it is refused first. */
function late(at: "decode" | "validate" | "serve"): Change {
  return (provider) => {
    let wrong: unknown;
    const authenticate: Provider["authenticate"] = (request, tokens) => {
      wrong = undefined;
      try {
        return provider.authenticate(request, tokens);
      } catch (refusal) {
        wrong = refusal;
        return "owner";
      }
    };
    const original = provider[at] as (...args: unknown[]) => unknown;
    const checked = (...args: unknown[]) => {
      if (wrong) throw wrong;
      return original(...args);
    };
    return { ...provider, authenticate, [at]: checked };
  };
}
