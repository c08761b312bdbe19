import { setMaxListeners } from "node:events";
import { readPersonaDocument } from "../../openapi/persona-document.ts";
import { boardsFaults } from "./boards/faults.ts";
import { boardsProvider, readBoardsDocument } from "./boards/provider.ts";
import type { Tokens } from "./core/credentials.ts";
import type { Document } from "./core/document.ts";
import type { Provider } from "./core/provider.ts";
import { listen } from "./core/server.ts";
import type { Fault, ProviderKind } from "./fault.ts";
import { ordersFaults } from "./orders/faults.ts";
import { ordersProvider, readOrdersDocument } from "./orders/provider.ts";
import { personaFaults } from "./persona/faults.ts";
import { personaProvider } from "./persona/provider.ts";

/** Every fault of every provider. */
export const faults: Fault[] = [...personaFaults, ...ordersFaults, ...boardsFaults];

/** A provider that was started. */
export interface StartedProvider {
  /** Without a final slash. */
  url: string;
  /** The document that it keeps, as far as its fault lets it. */
  document: Document;
  token: string;
  /** Accepted by the orders for reading alone: anything else is answered with 403. */
  readerToken: string;
  /** Ends every connection at once. */
  close(): Promise<void>;
}

interface Kind {
  read(): Promise<Document>;
  build(document: Document, tokens: Tokens, closing: AbortSignal): Provider;
  credentialsOptional: boolean;
}

const kinds: Record<ProviderKind, Kind> = {
  persona: {
    read: async () => (await readPersonaDocument()) as unknown as Document,
    build: personaProvider,
    credentialsOptional: true,
  },
  boards: { read: readBoardsDocument, build: boardsProvider, credentialsOptional: false },
  orders: { read: readOrdersDocument, build: ordersProvider, credentialsOptional: false },
};

const documents = new Map<ProviderKind, Promise<Document>>();

/** Starts a provider on a free port of loopback: a correct one, or one with a fault. */
export async function startProvider(
  kind: ProviderKind,
  { fault, token = "Reference-Token-4711" }: { fault?: Fault; token?: string } = {},
): Promise<StartedProvider> {
  if (fault && fault.provider !== kind) throw new Error(`The fault ${fault.id} is none of ${kind}.`);
  const { read, build, credentialsOptional } = kinds[kind];
  // One object for all servers: what is compiled of it is kept. Who asks for it gets a copy.
  if (!documents.has(kind)) documents.set(kind, read());
  const document = (await documents.get(kind)) as Document;
  const closing = new AbortController();
  // Each slow answer listens.
  setMaxListeners(0, closing.signal);
  const readerToken = "Reading-Token-0815";
  const tokens = { owner: token, ...(kind === "orders" && { reader: readerToken }), optional: credentialsOptional };
  const correct = build(document, tokens, closing.signal);
  const { url, close } = await listen(fault ? fault.change(correct) : correct, () => closing.abort());
  return { url, document: structuredClone(document), token, readerToken, close };
}
