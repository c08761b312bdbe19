import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { type JsonObject, pointed } from "./core/document.ts";
import { type Answer, Refusal, type Reply, type Request, withHeader } from "./core/message.ts";
import type { Call, Provider } from "./core/provider.ts";
import type { Change } from "./fault.ts";

type Step = Exclude<keyof Provider, "document" | "tokens" | "largestBody" | "closing">;

/** Puts another step in the place of one. It may use the one that was there. */
export function step<K extends Step>(
  name: K,
  make: (original: Provider[K], provider: Provider) => Provider[K],
): Change {
  return (provider) => ({ ...provider, [name]: make(provider[name], provider) });
}

/** Several changes, the first innermost. */
export function all(...changes: Change[]): Change {
  return (provider) => changes.reduce((changed, change) => change(changed), provider);
}

/** Changes a request before anything looks at it. */
export function received(edit: (request: Request) => Request): Change {
  return step("receive", (receive) => (request) => edit(receive(request)));
}

/** Changes the value of a header of the request. Undefined: the header is absent, or is to be. */
export function receivedHeader(name: string, edit: (value: string | undefined) => string | undefined): Change {
  return received((request) => {
    const [, value] = request.headers.find(([given]) => given.toLowerCase() === name.toLowerCase()) ?? [];
    return { ...request, headers: withHeader(request.headers, name, edit(value)) };
  });
}

/** Mends the text of a body that cannot be parsed, and parses it then. */
export function mended(edit: (text: string) => string): Change {
  return step("parse", (parse) => (text) => {
    try {
      return parse(text);
    } catch {
      return parse(edit(text));
    }
  });
}

/**
 * Changes a value of the body of a POST before it is validated.
 *
 * @param path Names with slashes between; a star is each item of an array.
 * @param edit Is given undefined where the value is missing, and returns undefined where it is to be.
 */
export function coerced<T = unknown>(path: string, edit: (value: T) => unknown, method = "post"): Change {
  return step("prepare", (prepare) => (body, call) => {
    const prepared = prepare(body, call);
    return call.method === method ? edited(prepared, path, edit as (value: unknown) => unknown) : prepared;
  });
}

/** Changes a schema with which the requests are validated. Undefined removes a keyword. */
export function relaxed(place: string, keywords: JsonObject): Change {
  return (provider) => {
    const document = structuredClone(provider.document);
    const schema = pointed(document.components.schemas, `/${place}`) as JsonObject;
    for (const [keyword, value] of Object.entries(keywords)) {
      if (value === undefined) delete schema[keyword];
      else schema[keyword] = value;
    }
    return { ...provider, document };
  };
}

/** Refuses bodies that keep the document. */
export function refused<T = JsonObject>(test: (body: T, call: Call) => boolean, status = 422): Change {
  return step("serve", (serve) => (call) => {
    if (call.body !== undefined && test(call.body as T, call)) throw new Refusal(status, "The body is refused.");
    return serve(call);
  });
}

/** Refuses requests that keep the document. */
export function turnedAway(test: (request: Request) => boolean, status: number): Change {
  return received((request) => {
    if (test(request)) throw new Refusal(status, "The request is refused.");
    return request;
  });
}

/** Changes each answer that says that all went well. */
export function succeeding(edit: (answer: Answer, request: Request) => Answer | Promise<Answer>): Change {
  return finishing((answer, request) => (answer.status < 300 ? edit(answer, request) : answer));
}

/** Changes each answer that refuses something. */
export function failing(edit: (answer: Answer, request: Request) => Answer): Change {
  return finishing((answer, request) => (answer.status < 400 ? answer : edit(answer, request)));
}

/** Changes each answer. */
export function finishing(edit: (answer: Answer, request: Request) => Answer | Promise<Answer>): Change {
  return step("finish", (finish) => async (answer, request) => edit(await finish(answer, request), request));
}

/** Gives the answers of one status another one. */
export function renumbered(from: number, to: number): Change {
  return finishing((answer) => (answer.status === from ? { ...answer, status: to } : answer));
}

/** Changes a value in the body of each answer that says that all went well. The path is as for `coerced`. */
export function shown<T = unknown>(path: string, edit: (value: T) => unknown): Change {
  return succeeding((answer) => ({ ...answer, body: edited(answer.body, path, edit as (value: unknown) => unknown) }));
}

/** Changes the text of each answer that says that all went well. */
export function written(edit: (text: string) => string | Buffer): Change {
  return step("serialise", (serialise) => (body, answer) => {
    const text = serialise(body, answer);
    return answer.status < 300 ? edit(text.toString()) : text;
  });
}

/** Changes the headers of each answer that says that all went well. */
export function headed(edit: (headers: Reply["headers"]) => Reply["headers"]): Change {
  return step("pack", (pack) => (reply, request) => {
    const packed = pack(reply, request);
    return packed.status < 300 ? { ...packed, headers: edit(packed.headers) } : packed;
  });
}

/** Writes each answer that says that all went well to the connection itself. */
export function sentRaw(write: (socket: Socket, reply: Reply, provider: Provider) => void): Change {
  return step("send", (send, provider) => (reply, response, request) => {
    if (reply.status < 300 && reply.bytes && response.socket) write(response.socket, reply, provider);
    else send(reply, response, request);
  });
}

/** The status line and the headers of a reply, with those that frame it. */
export function headOf({ status, headers }: Reply, ...framing: string[]): string {
  const lines = [...headers.map(([name, value]) => `${name}: ${value}`), ...framing, "Connection: close"];
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("\r\n")}\r\n\r\n`;
}

/** A copy of a value in which one place is changed. */
export function edited(value: unknown, path: string, edit: (value: unknown) => unknown): unknown {
  if (path === "") return edit(value);
  const [name = "", ...rest] = path.split("/");
  if (name === "*") return Array.isArray(value) ? value.map((item) => edited(item, rest.join("/"), edit)) : value;
  if (typeof value !== "object" || value === null) return value;
  const changed = edited((value as JsonObject)[name], rest.join("/"), edit);
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === name ? changed : item));
  const { [name]: _old, ...others } = value as JsonObject;
  return changed === undefined ? others : { ...value, [name]: changed };
}
