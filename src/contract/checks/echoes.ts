import { isOwnSuccess, viewExchange } from "../model/exchange-view.ts";
import type { Check } from "./check.ts";
import { brokenEquations } from "./equations.ts";

/** What `x-contract` calls an echo comes back exactly as it was sent. */
export const echoes: Check = {
  name: "echoes",
  headline: "a value does not come back as it was sent",
  rank: 9,
  run({ operation, target }, exchange, { baseUrl }) {
    const { echoes: equations } = operation.xContract;
    if (equations.length === 0 || !isOwnSuccess(target, exchange)) return [];
    return brokenEquations(equations, viewExchange(operation, exchange, baseUrl), baseUrl);
  },
};
