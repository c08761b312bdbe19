import type { PathTemplate } from "../../openapi/path-template.ts";
import type { ExchangeView } from "../../openapi/runtime-expression.ts";
import type { Exchange } from "../http/client.ts";
import { pathBelow } from "../model/request-path.ts";

/** An exchange as runtime expressions see it. */
export function viewExchange({ request, response }: Exchange, template: PathTemplate, basePath: string): ExchangeView {
  const [, query = ""] = request.target.split("?");
  const path = template.match(pathBelow(basePath, request.target) ?? "") ?? new Map<string, string>();
  return {
    url: request.target,
    method: request.method,
    statusCode: response?.status,
    request: {
      headers: request.headers,
      body: parseJson(request.body),
      query: new Map(new URLSearchParams(query)),
      path: new Map([...path].map(([name, text]) => [name, decode(text)])),
    },
    response: response && { headers: response.headers, body: parseJson(response.body) },
  };
}

function parseJson(body: Buffer | undefined): unknown {
  try {
    return body && JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** A text without its percent-encoding; as it is where that is malformed. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
