import type { ExchangeView } from "../../openapi/runtime-expression.ts";
import type { Exchange } from "../http/client.ts";
import type { ContractOperation } from "../model/operation.ts";
import { pathValues } from "../model/request-path.ts";

/**
 * An exchange as runtime expressions see it.
 *
 * @param baseUrl Base URL of the server, without a final slash.
 */
export function viewExchange(operation: ContractOperation, exchange: Exchange, baseUrl: string): ExchangeView {
  const { request, response } = exchange;
  const { origin, pathname } = new URL(baseUrl);
  const path = pathValues(operation, request.target, pathname.replace(/\/+$/, ""));
  return {
    url: origin + request.target,
    method: request.method,
    statusCode: response?.status,
    request: {
      headers: request.headers,
      body: parseBody(request.body),
      query: new Map(new URLSearchParams(request.target.split("?")[1] ?? "")),
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

/** The value of a JSON body; undefined if it is not JSON. */
export function parseBody(body: Buffer | undefined): unknown {
  if (body === undefined) return undefined;
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
