import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import { correctProvider } from "../core/correct-provider.ts";
import type { Tokens } from "../core/credentials.ts";
import { type Document, readDocument } from "../core/document.ts";
import { type Answer, Refusal } from "../core/message.ts";
import { checkAccept } from "../core/negotiation.ts";
import type { Provider } from "../core/provider.ts";
import { operations } from "./operations.ts";
import type { Order } from "./order.ts";

/** The document of the orders, put together. */
export function readOrdersDocument(): Promise<Document> {
  const file = (name: string) => new URL(name, import.meta.url);
  return readDocument(file("openapi.yaml"), { schemas: file("schemas.yaml"), examples: file("examples.yaml") });
}

/** A correct provider of orders. It has the documented order from the start. */
export function ordersProvider(document: Document, tokens: Tokens, closing: AbortSignal): Provider {
  const known = operations([document.components.examples.Order?.value as Order]);
  const marked = marker();
  return correctProvider({
    document,
    tokens,
    closing,
    largestBody: 262_144,
    authorize: ({ caller, method }) => {
      if (caller === "reader" && method !== "get")
        throw new Refusal(403, "The credentials give the right to read only.");
    },
    negotiate: ({ request, method }) => {
      // An answer without a body is acceptable to everyone.
      if (method !== "delete") checkAccept(request);
    },
    serve: async (call) => marked((await known[call.operation.operationId]?.(call)) ?? unknown()),
    explain: (refusal) => marked(problem(refusal)),
  });
}

function unknown(): never {
  throw new Error("The document has an operation that the provider has not.");
}

function problem({ status, message, headers, violations }: Refusal): Answer {
  const body = { title: STATUS_CODES[status] ?? "Refused", status, detail: message };
  return {
    status,
    headers: [["Content-Type", "application/problem+json"], ...headers],
    body: violations.length > 0 ? { ...body, errors: violations } : body,
  };
}

/** Gives each answer the headers that all have. The rate limit is large, and so is never reached. */
function marker(): (answer: Answer) => Answer {
  const limit = 100_000;
  let count = 0;
  return ({ headers, ...answer }) => {
    const remaining = limit - (++count % limit);
    const own: [string, string][] = [
      ["X-Request-Id", randomUUID()],
      ["RateLimit-Remaining", String(remaining)],
    ];
    return { ...answer, headers: [...headers, ...own] };
  };
}
