import type { Fault } from "../fault.ts";
import { sharedFaults } from "../shared/faults.ts";
import { ordersAnswerFaults } from "./faults-answer.ts";
import { ordersConstraintFaults } from "./faults-constraints.ts";
import { ordersFormatFaults } from "./faults-formats.ts";
import { ordersOperationFaults } from "./faults-operations.ts";
import { ordersParameterFaults } from "./faults-parameters.ts";
import { ordersRequestFaults } from "./faults-request.ts";
import { ordersValidFaults } from "./faults-valid.ts";

const example = {
  channel: "phone",
  currency: "GBP",
  terms: "2024-06",
  customer: { name: "Bo", phone: "+441632960123" },
  lines: [{ sku: "TEA-0001", quantity: 1, unitPrice: 4 }],
  payment: { method: "invoice", dueDays: 30 },
};

/** The faults of the orders provider. */
export const ordersFaults: Fault[] = [
  ...sharedFaults("orders", { example, text: "note" }),
  ...ordersRequestFaults,
  ...ordersConstraintFaults,
  ...ordersFormatFaults,
  ...ordersValidFaults,
  ...ordersParameterFaults,
  ...ordersAnswerFaults,
  ...ordersOperationFaults,
];
