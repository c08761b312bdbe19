import { pointTo, readablePath, valueAt } from "../../openapi/pointer.ts";
import type { Exchange } from "../http/client.ts";
import type { ViolationDetails } from "../violation.ts";
import type { Check } from "./check.ts";

/** What a change stored comes back when the thing is read, where `x-contract` says that its own response repeats it. */
export const stored: Check = {
  name: "stored",
  headline: "what was stored does not come back when it is read",
  rank: 9,
  runAcross({ operation, readsBack }, exchanges) {
    const [change, read] = exchanges;
    if (!readsBack || !change || !read) return [];
    const { xContract } = operation;
    if (!isSuccess(change) || !isSuccess(read)) return [];
    const sent = parse(change.request.body);
    const came = parse(read.response?.body);
    if (sent === undefined || came === undefined) return [];
    return xContract.echoes.flatMap(([answer, from]): ViolationDetails[] => {
      const value = valueAt(sent, from);
      const actual = valueAt(came, answer);
      if (value === undefined || JSON.stringify(value) === JSON.stringify(actual)) return [];
      return [
        {
          severity: "error",
          expected: `${readablePath(answer)} as ${operation.method} has stored it: ${JSON.stringify(value)}`,
          actual: JSON.stringify(actual) ?? "nothing",
          pointer: pointTo(xContract.pointer, "echoes", answer),
          fingerprint: answer,
          exchange: 1,
        },
      ];
    });
  },
};

function isSuccess({ response }: Exchange): boolean {
  return response !== undefined && response.status >= 200 && response.status <= 299;
}

function parse(body: Buffer | undefined): unknown {
  try {
    return body && JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
