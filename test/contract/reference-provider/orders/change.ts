import { received, step } from "../change.ts";
import { headerOf, Refusal, type Request, withHeader } from "../core/message.ts";
import type { Change } from "../fault.ts";

/** The id of the order that is always there. */
export const documentedId = "7b0c1f0e-3a52-4c4d-9a5e-2f8d1c6b9e01";

/** Changes the query of a GET before anything looks at it. */
export function queried(edit: (given: URLSearchParams) => unknown): Change {
  return received((request) => {
    const [path = "", query = ""] = request.target.split("?");
    if (request.method !== "GET" || path !== "/v1/orders") return request;
    const given = new URLSearchParams(query);
    const before = given.toString();
    edit(given);
    return given.toString() === before ? request : { ...request, target: `${path}?${given}` };
  });
}

/** Takes the id of an order that is refused with a status for another one. */
export function retargeted(edit: (id: string) => string, status: number): Change {
  return step("respond", (respond) => async (provider, request) => {
    try {
      return await respond(provider, request);
    } catch (error) {
      const target = request.target.replace(/^(\/v1\/orders\/)([^/?]+)/, (_all, start, id) => start + edit(id));
      if (!(error instanceof Refusal) || error.status !== status || target === request.target) throw error;
      return respond(provider, { ...request, target });
    }
  });
}

/** Changes an idempotency key that was sent. */
export function keyed(edit: (given: string, request: Request) => string | undefined): Change {
  return received((request) => {
    const given = headerOf(request, "Idempotency-Key");
    if (given === undefined) return request;
    return { ...request, headers: withHeader(request.headers, "Idempotency-Key", edit(given, request)) };
  });
}
