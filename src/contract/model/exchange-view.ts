import type { ExchangeView, MessageView } from "../../openapi/runtime-expression.ts";
import type { Exchange } from "../http/client.ts";
import { headerValues, type WireRequest } from "../http/request.ts";
import { parseMediaType } from "./media-type.ts";
import { pathValues, type Templated } from "./request-path.ts";

/** Several checks look at an exchange, and parsing its bodies takes most of their time. */
const views = new WeakMap<Exchange, ExchangeView>();

/**
 * An exchange of an operation as runtime expressions see it.
 *
 * @param baseUrl Base URL of the server, or only its path; without a final slash.
 */
export function viewExchange(operation: Templated, exchange: Exchange, baseUrl: string): ExchangeView {
  const view = views.get(exchange) ?? createView(operation, exchange, baseUrl);
  views.set(exchange, view);
  return view;
}

function createView(operation: Templated, exchange: Exchange, baseUrl: string): ExchangeView {
  const { request, response } = exchange;
  const [origin = ""] = /^\w+:\/\/[^/]*/.exec(baseUrl) ?? [];
  const path = pathValues(operation, request.target, baseUrl.slice(origin.length));
  return {
    url: origin + request.target,
    method: request.method,
    statusCode: response?.status,
    request: {
      headers: request.headers,
      ...readRequestBody(request),
      query: readQuery(request.target),
      path: path ?? new Map(),
    },
    response: response && { headers: response.headers, body: parseBody(response.body) },
  };
}

/** Whether a response is a success of the operation, about which `x-contract` states something. */
export function isOwnSuccess(target: "operation" | "elsewhere", { response, failure }: Exchange): boolean {
  return (
    target === "operation" && !failure && response !== undefined && response.status >= 200 && response.status < 300
  );
}

/** The parameters that the query has once: a repeated one has no single value. */
function readQuery(target: string): Map<string, string> {
  const query = new URLSearchParams(target.split("?")[1] ?? "");
  return new Map([...query].filter(([name]) => query.getAll(name).length === 1));
}

function readRequestBody({ headers, body }: WireRequest): Pick<MessageView, "body" | "isUntyped"> {
  const { essence } = parseMediaType(headerValues(headers, "content-type")[0] ?? "") ?? {};
  if (body === undefined || essence !== "application/x-www-form-urlencoded") return { body: parseBody(body) };
  const form = new URLSearchParams(body.toString("utf8"));
  const fields = [...new Set(form.keys())].map((name): [string, unknown] => {
    const [first, ...others] = form.getAll(name);
    return [name, others.length > 0 ? [first, ...others] : first];
  });
  return { body: Object.fromEntries(fields), isUntyped: true };
}

/** The value of a JSON body; undefined if it is not JSON. */
export function parseBody(body: Buffer | undefined): unknown {
  if (body === undefined) return undefined;
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
