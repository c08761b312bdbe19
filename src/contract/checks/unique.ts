import { type Expression, evaluate } from "../../openapi/runtime-expression.ts";
import type { Exchange } from "../http/client.ts";
import { headerValues } from "../http/request.ts";
import { isOwnSuccess, viewExchange } from "../model/exchange-view.ts";
import type { ContractOperation } from "../model/operation.ts";
import type { Stated } from "../model/x-contract.ts";
import type { ViolationDetails } from "../violation.ts";
import type { Check } from "./check.ts";
import { nameOf, shorten } from "./equations.ts";

const id: Expression = { source: "response", part: "body", pointer: "/id" };
/** Ids that differ in this share of the responses are meant to differ; a mock's never do. */
const minDistinct = 0.6;

/** What `x-contract` calls unique differs between responses. */
export const unique: Check = {
  name: "unique",
  headline: "a unique value occurs twice",
  rank: 9,
  runAcross({ operation, pointer, target, parallel }, exchanges, { baseUrl }) {
    const { unique: stated } = operation.xContract;
    const successes = withoutRetries(operation, exchanges).filter((exchange) => isOwnSuccess(target, exchange));
    const views = successes.map((exchange) => viewExchange(operation, exchange, baseUrl));
    const valuesOf = (expression: Expression) => views.map((view) => evaluate(expression, view));
    const violations = stated.flatMap((one) => repeatedValue(one, valuesOf(one.expression)));
    const isIdStated = stated.some(({ text }) => text === "$response.body#/id");
    if (isIdStated || !parallel) return violations;
    const ids = valuesOf(id).filter((value) => typeof value === "string" || typeof value === "number");
    if (new Set(ids).size < ids.length * minDistinct) return violations;
    return [...violations, ...repeatedValue({ expression: id, text: "/id", pointer }, ids)];
  },
};

/** Retries with an idempotency key get the response to the first request. */
function withoutRetries({ xContract }: ContractOperation, exchanges: readonly Exchange[]): Exchange[] {
  const name = xContract.idempotencyKey?.toLowerCase();
  if (name === undefined) return [...exchanges];
  const keys = exchanges.map(({ request }) => headerValues(request.headers, name)[0]);
  return exchanges.filter((_, index) => keys[index] === undefined || keys.indexOf(keys[index]) === index);
}

function repeatedValue({ expression, text, pointer }: Stated, values: readonly unknown[]): ViolationDetails[] {
  const texts = values.filter((value) => value !== undefined).map((value) => JSON.stringify(value));
  const repeated = texts.find((value, index) => texts.indexOf(value) !== index);
  if (repeated === undefined) return [];
  const expected = `${nameOf(expression)} that differs between responses`;
  return [
    { severity: "error", expected, actual: `${shorten(JSON.parse(repeated))} twice`, pointer, fingerprint: text },
  ];
}
