import { step } from "./change.ts";
import type { Answer } from "./core/message.ts";
import type { Call, Provider } from "./core/provider.ts";
import type { Change } from "./fault.ts";

/** Serves one operation in another way. */
export function calling(
  operationId: string,
  instead: (serve: Provider["serve"], call: Call) => Answer | Promise<Answer>,
): Change {
  return step(
    "serve",
    (serve) => (call) => (call.operation.operationId === operationId ? instead(serve, call) : serve(call)),
  );
}
