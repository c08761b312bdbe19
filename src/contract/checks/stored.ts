import type { Exchange } from "../http/client.ts";
import { viewExchange } from "../model/exchange-view.ts";
import type { Check } from "./check.ts";
import { brokenEquations } from "./equations.ts";

/** What a change stored comes back when the thing is read, where `x-contract` says that its own response repeats it. */
export const stored: Check = {
  name: "stored",
  headline: "what was stored does not come back when it is read",
  rank: 9,
  runAcross({ operation, readsBack }, [change, read], { baseUrl }) {
    if (!readsBack || !change || !read || !isSuccess(change) || !isSuccess(read)) return [];
    const inBodies = operation.xContract.echoes.filter(
      ({ expression }) => "part" in expression && expression.part === "body",
    );
    // The request of the change, beside the response to the reading.
    const view = viewExchange(operation, { ...change, response: read.response }, baseUrl);
    return brokenEquations(inBodies, view, baseUrl).map((violation) => ({
      ...violation,
      expected: `${violation.expected}, as ${operation.method} has stored it`,
      exchange: 1,
    }));
  },
};

function isSuccess({ response }: Exchange): boolean {
  return response !== undefined && response.status >= 200 && response.status <= 299;
}
