import { pointTo } from "../../openapi/pointer.ts";
import type { Exchange } from "../http/client.ts";
import { headerValues } from "../http/request.ts";
import { isOwnSuccess, viewExchange } from "../model/exchange-view.ts";
import { isSameJson } from "../values/same-json.ts";
import type { ViolationDetails } from "../violation.ts";
import type { Check } from "./check.ts";
import { shorten } from "./equations.ts";

/** A request that is sent again with its idempotency key gets the first response again. */
export const idempotency: Check = {
  name: "idempotency",
  headline: "a retry with the same idempotency key gets another response",
  rank: 9,
  runAcross({ operation, target, parallel }, exchanges, { baseUrl }) {
    const { idempotencyKey: name, pointer } = operation.xContract;
    if (name === undefined || parallel) return [];
    return exchanges.flatMap((exchange, index): ViolationDetails[] => {
      const first = exchanges.slice(0, index).find((earlier) => isRetry(exchange, earlier, name));
      if (!first || !isOwnSuccess(target, first) || !isOwnSuccess(target, exchange)) return [];
      const [expected, actual] = [first, exchange].map((one) => viewExchange(operation, one, baseUrl));
      const isSameStatus = expected?.statusCode === actual?.statusCode;
      if (isSameStatus && isSameJson(expected?.response?.body, actual?.response?.body)) return [];
      return [
        {
          severity: "error",
          expected: `the response to the first request with the ${name}: ${show(first)}`,
          actual: show(exchange),
          pointer: pointTo(pointer, "idempotencyKey"),
          fingerprint: isSameStatus ? "body" : "status",
          exchange: index,
        },
      ];
    });
  },
};

function isRetry({ request }: Exchange, { request: earlier }: Exchange, name: string): boolean {
  const [key, earlierKey] = [request, earlier].map(({ headers }) => headerValues(headers, name.toLowerCase())[0]);
  const isSameBody = (request.body ?? empty).equals(earlier.body ?? empty);
  return key !== undefined && key === earlierKey && request.target === earlier.target && isSameBody;
}

const empty = Buffer.alloc(0);

function show({ response }: Exchange): string {
  return `${response?.status} ${shorten(response?.body.toString("utf8", 0, 200))}`;
}
