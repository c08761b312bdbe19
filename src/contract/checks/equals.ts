import { isOwnSuccess, viewExchange } from "../model/exchange-view.ts";
import type { Check } from "./check.ts";
import { brokenEquations } from "./equations.ts";

/** A value of a success equals what `x-contract` makes it of. */
export const equals: Check = {
  name: "equals",
  headline: "a value does not equal what it is made of",
  rank: 9,
  run({ operation, target }, exchange, { baseUrl }) {
    const { equals: equations } = operation.xContract;
    if (equations.length === 0 || !isOwnSuccess(target, exchange)) return [];
    return brokenEquations(equations, viewExchange(operation, exchange, baseUrl), baseUrl);
  },
};
