import type { Document } from "./document.ts";
import { Refusal, type Request } from "./message.ts";
import type { Call } from "./provider.ts";

/** Finds the operation of a request. A path is the documented one, character for character. */
export function route(request: Request, document: Document): Call {
  // Proxies are sent the whole URL, which a server has to accept too.
  const target = request.target.replace(/^https?:\/\/[^/?]*/i, "");
  const [, path = "", query = ""] = /^([^?]*)\??(.*)$/s.exec(target) ?? [];
  for (const [template, item] of Object.entries(document.paths)) {
    const values = matched(template, path);
    if (!values) continue;
    const method = request.method === "HEAD" ? "get" : request.method.toLowerCase();
    const operation = item[method];
    if (!operation) throw new Refusal(405, "The path has no such method.", [["Allow", allowed(item)]]);
    return {
      request,
      path: template,
      method,
      operation,
      values,
      query,
      caller: "anyone",
      parameters: {},
      body: undefined,
    };
  }
  throw new Refusal(404, "There is no such path.");
}

/** The values of a template's parameters, still encoded; undefined where the path is another one. */
function matched(template: string, path: string): Record<string, string> | undefined {
  const expected = template.split("/");
  const given = path.split("/");
  if (expected.length !== given.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const value = given[index] ?? "";
    const name = /^\{(.*)\}$/.exec(segment)?.[1];
    if (name === undefined ? segment !== value : value === "") return undefined;
    if (name !== undefined) values[name] = value;
  }
  return values;
}

/** The methods of a path, and HEAD where there is GET, as HTTP asks. */
function allowed(item: object): string {
  const methods = ["get", "put", "post", "delete", "options", "patch", "trace"].filter((method) => method in item);
  return methods.flatMap((method) => (method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()])).join(", ");
}
