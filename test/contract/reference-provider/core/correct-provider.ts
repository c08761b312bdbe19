import { authenticate } from "./credentials.ts";
import { checkAccept, checkMediaType } from "./negotiation.ts";
import type { Provider } from "./provider.ts";
import { respond } from "./respond.ts";
import { route } from "./route.ts";
import { send } from "./server.ts";
import { decodeStrictly, parseStrictly } from "./strict-json.ts";
import { violations } from "./validation.ts";

/** What each provider brings along itself. */
type Own = Pick<Provider, "document" | "tokens" | "largestBody" | "closing" | "serve" | "explain"> & Partial<Provider>;

/** A correct provider: the common steps and its own. */
export function correctProvider(own: Own): Provider {
  return {
    receive: (request) => request,
    respond,
    route,
    authenticate,
    authorize: () => {},
    negotiate: ({ request }) => checkAccept(request),
    checkMediaType,
    decode: decodeStrictly,
    parse: parseStrictly,
    prepare: (body) => body,
    validate: violations,
    finish: (answer) => answer,
    serialise: (body) => JSON.stringify(body),
    pack: (reply) => reply,
    send,
    ...own,
  };
}
