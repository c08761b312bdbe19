import { STATUS_CODES } from "node:http";
import { correctProvider } from "../core/correct-provider.ts";
import type { Tokens } from "../core/credentials.ts";
import { type Document, readDocument } from "../core/document.ts";
import { checkAccept } from "../core/negotiation.ts";
import type { Provider } from "../core/provider.ts";
import { operations } from "./operations.ts";

/** The document of the boards. */
export function readBoardsDocument(): Promise<Document> {
  return readDocument(new URL("openapi.yaml", import.meta.url));
}

/** A correct provider of boards, of which there are none at the start. */
export function boardsProvider(document: Document, tokens: Tokens, closing: AbortSignal): Provider {
  const known = operations({ boards: new Map(), cards: new Map(), notes: new Map() });
  return correctProvider({
    document,
    tokens,
    closing,
    largestBody: 262_144,
    negotiate: ({ request, method }) => {
      // An answer without a body is acceptable to everyone.
      if (method !== "delete") checkAccept(request);
    },
    serve: (call) => {
      const serve = known[call.operation.operationId];
      if (!serve) throw new Error("The document has an operation that the provider has not.");
      return serve(call);
    },
    explain: ({ status, message, headers, violations }) => ({
      status,
      headers: [["Content-Type", "application/problem+json"], ...headers],
      body: {
        title: STATUS_CODES[status] ?? "Refused",
        status,
        detail: message,
        ...(violations.length > 0 && { errors: violations }),
      },
    }),
  });
}
