import { finishing, received, renumbered, step, succeeding } from "../change.ts";
import { type Answer, headerOf, Refusal, type Request, withHeader } from "../core/message.ts";
import type { Change } from "../fault.ts";

/** Methods that a path has and should not have, and answers to those that it has not. */
export const methods: Record<string, Change> = {
  ...Object.fromEntries(
    ["PUT", "PATCH", "DELETE", "OPTIONS"].map((name) => [`${name} does what POST does`, isPost(name)]),
  ),
  "TRACE echoes the headers": finishing((answer, { method, headers }) => {
    if (method !== "TRACE") return answer;
    return { status: 200, headers: [["Content-Type", "message/http"]], body: Object.fromEntries(headers) };
  }),
  "X-HTTP-Method-Override is honoured": overridden((request) => headerOf(request, "X-HTTP-Method-Override")),
  "X-HTTP-Method is honoured": overridden((request) => headerOf(request, "X-HTTP-Method")),
  "X-Method-Override is honoured": overridden((request) => headerOf(request, "X-Method-Override")),
  "_method in the query is honoured": overridden(({ target }) => /[?&]_method=(\w+)/.exec(target)?.[1]),
  "another method is not found": renumbered(405, 404),
  "another method is a wrong request": renumbered(405, 400),
  "another method is not implemented": renumbered(405, 501),
  "another method fails": renumbered(405, 500),
  "another method succeeds with an error": renumbered(405, 200),
  "no Allow": allow(() => undefined),
  "an empty Allow": allow(() => ""),
  "Allow names a method too many": allow((value) => `${value}, PUT`),
  "Allow names the method that was refused": allow((value, { method }) => `${value}, ${method}`),
  "Allow leaves out POST": allow((value) => value.replace(/(, )?POST/, "") || "OPTIONS"),
  "Allow names OPTIONS alone": allow(() => "OPTIONS"),
  "Allow in lower case": allow((value) => value.toLowerCase()),
  "Allow without commas": allow((value) => `${value}, HEAD`.replaceAll(",", "")),
  "HEAD is answered with a body": step("send", (send) => (reply, response, request) => {
    const { socket } = response;
    send(reply, response, request);
    if (request.method === "HEAD") socket?.write(reply.bytes ?? "");
  }),
  "another method gets no answer": step("send", (send) => (reply, response, request) => {
    if (reply.status === 405) response.socket?.end();
    else send(reply, response, request);
  }),
};

/** Answers that send the client elsewhere. */
export const redirect: Record<string, Change> = {
  ...Object.fromEntries([301, 302, 303, 307, 308].map((status) => [`${status} on the operation`, moved(status)])),
  "308 to the same place": succeeding((_answer, { target }) => ({ status: 308, headers: [["Location", target]] })),
  "302 to another host": succeeding(() => ({ status: 302, headers: [["Location", "http://127.0.0.1:9/v2"]] })),
  "302 without Location": succeeding(() => ({ status: 302, headers: [] })),
  "304 without a condition": succeeding(() => ({ status: 304, headers: [] })),
  "307 where the final slash is wrong": step("route", (route) => (request, document) => {
    try {
      return route(request, document);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 404) throw error;
      const target = request.target.endsWith("/") ? request.target.slice(0, -1) : `${request.target}/`;
      throw new Refusal(307, "The path moved.", [["Location", target]]);
    }
  }),
};

/** Serves a method that the path has not as if it were POST. */
export function isPost(name: string): Change {
  return step("route", (route) => (request, document) => {
    try {
      return route(request, document);
    } catch (error) {
      if (request.method !== name) throw error;
      return route({ ...request, method: "POST" }, document);
    }
  });
}

/** Changes the refusal of a method that the path has not. */
export function answered(name: string, edit: (answer: Answer) => Answer): Change {
  return finishing((answer, { method }) => (answer.status === 405 && method === name ? edit(answer) : answer));
}

function overridden(find: (request: Request) => string | undefined): Change {
  return received((request) => ({ ...request, method: find(request)?.toUpperCase() ?? request.method }));
}

function allow(edit: (value: string, request: Request) => string | undefined): Change {
  return finishing((answer, request) => {
    const value = headerOf(answer, "Allow");
    if (value === undefined) return answer;
    return { ...answer, headers: withHeader(answer.headers, "Allow", edit(value, request)) };
  });
}

function moved(status: number): Change {
  return succeeding((_answer, { target }) => ({ status, headers: [["Location", `${target}?again=1`]] }));
}
