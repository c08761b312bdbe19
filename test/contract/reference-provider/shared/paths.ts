import { finishing, renumbered, step, succeeding } from "../change.ts";
import { headerOf, Refusal, type Request, withHeader } from "../core/message.ts";
import type { Change } from "../fault.ts";

/** Paths that are served and should not be, and answers to those that are not. */
export const paths: Record<string, Change> = {
  "the final slash does not matter": served(flipped),
  "slashes are doubled": served((path) => path.replace(/\/{2,}/g, "/")),
  "slashes are doubled at the start": served((path) => path.replace(/^\/\/+/, "/")),
  "any case": served((path) => path.toLowerCase()),
  "capitals alone": served((path) => (path === path.toUpperCase() ? path.toLowerCase() : path)),
  "a slash is encoded": served((path) => path.replace(/%2f/gi, "/")),
  "a slash is encoded twice": served((path) => path.replace(/%252f/gi, "/")),
  "a backslash is encoded": served((path) => path.replace(/%5c/gi, "/")),
  "a suffix .json": served((path) => path.replace(/\.json\/?$/, "")),
  "any suffix": served((path) => path.replace(/\.\w+\/?$/, "")),
  "a further segment": served((path) => path.replace(/\/[^/]+\/?$/, "")),
  "a prefix": served((path) => path.replace(/^\/api(?=\/)/, "")),
  "a matrix parameter": served((path) => path.replace(/;[^/]*/g, "")),
  "a space at the end": served((path) => path.replace(/(%20|\+)+\/?$/, "")),
  "a NUL byte at the end": served((path) => path.replace(/%00.*$/, "")),
  "an encoded question mark": served((path) => path.replace(/%3f.*$/i, "")),
  "other paths succeed with nothing": unknown(() => ({ status: 200, headers: [type("application/json")], body: {} })),
  "other paths succeed with an error": renumbered(404, 200),
  "other paths succeed with a page": unknown(() => ({
    status: 200,
    headers: [type("text/html")],
    body: "<!doctype html>",
  })),
  "other paths are a wrong request": renumbered(404, 400),
  "other paths fail": renumbered(404, 500),
  "other paths are no content": unknown(() => ({ status: 204, headers: [] })),
};

/** What is wrong with the answer to what the client accepts. */
export const accept: Record<string, Change> = {
  "XML where it is accepted too": instead("xml", "application/xml", "<answer/>"),
  "HTML for browsers": instead("text/html", "text/html", "<!doctype html>"),
  "text where it is accepted too": instead("text/plain", "text/plain", "created"),
  "the media type is copied from Accept": succeeding((answer, request) => {
    const [type] = /^[^,;]+/.exec(headerOf(request, "Accept") ?? "") ?? [];
    return type ? { ...answer, headers: withHeader(answer.headers, "Content-Type", type) } : answer;
  }),
  "anything is refused": notAcceptable((value) => value === "*/*"),
  "any application type is refused": notAcceptable((value) => value === "application/*"),
  "no header is refused": notAcceptable((value) => value === undefined),
  "an empty header is refused": notAcceptable((value) => value === ""),
  "a weight is refused": notAcceptable((value) => /;\s*q=/i.test(value ?? "")),
  "a list is refused": notAcceptable((value) => value?.includes(",") === true),
  "all but the first of a list is overlooked": notAcceptable((value) => /^[^,]*(?<!json), .*json/.test(value ?? "")),
  "capitals are refused": notAcceptable((value) => value !== undefined && value !== value.toLowerCase()),
  "an unreadable weight fails": crashing("Accept", /q=[^01]/),
  "an unknown language fails": crashing("Accept-Language", /^(?!en|de|\*)/),
  "an unknown charset fails": crashing("Accept-Charset", /^(?!utf-8|\*)/i),
  "an unknown coding fails": crashing("Accept-Encoding", /^(?!gzip|deflate|br|identity|\*)/),
};

/** Serves, where a path is not found, the one that it can be taken for. */
export function served(edit: (path: string) => string): Change {
  return step("route", (route) => (request, document) => {
    const [, path = "", query = ""] = /^([^?]*)(.*)$/s.exec(request.target) ?? [];
    const taken = edit(path);
    const candidates = taken === path ? [path] : [path, taken, flipped(taken)];
    let refusal: unknown;
    for (const candidate of candidates) {
      try {
        return route({ ...request, target: candidate + query }, document);
      } catch (error) {
        refusal = error;
        if (error instanceof Refusal && error.status !== 404) throw error;
      }
    }
    throw refusal;
  });
}

function flipped(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) : `${path}/`;
}

function unknown(answer: Parameters<typeof finishing>[0]): Change {
  return finishing((given, request) => (given.status === 404 ? answer(given, request) : given));
}

function type(name: string): [string, string] {
  return ["Content-Type", name];
}

function instead(word: string, name: string, body: string): Change {
  return succeeding((answer, request) => {
    if (!headerOf(request, "Accept")?.includes(word)) return answer;
    return { ...answer, headers: withHeader(answer.headers, "Content-Type", name), body };
  });
}

function notAcceptable(test: (value: string | undefined) => boolean): Change {
  return step("negotiate", (negotiate) => (call) => {
    if (test(headerOf(call.request, "Accept"))) throw new Refusal(406, "The answer is not acceptable.");
    negotiate(call);
  });
}

function crashing(name: string, test: RegExp): Change {
  return step("route", (route) => (request: Request, document) => {
    const value = headerOf(request, name);
    if (value !== undefined && test.test(value)) throw new Error(`No such ${name}`);
    return route(request, document);
  });
}
