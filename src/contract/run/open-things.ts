import type { CaseContext } from "../cases/family.ts";
import { chainsOf } from "../chain/chains.ts";
import { createThings, type Things } from "../chain/things.ts";
import type { Exchange } from "../http/client.ts";
import type { WireRequest } from "../http/request.ts";
import type { Target } from "../http/target.ts";
import { readOperation } from "../model/read.ts";
import { createContext } from "./create-context.ts";
import type { ContractOptions, Prepared } from "./prepare.ts";

/** A server, and how requests get there. */
interface Server {
  target: Target;
  send(request: WireRequest): Promise<Exchange>;
}

/** Contexts that are kept at a time: a document may have thousands of operations. */
const maxContexts = 50;
const defaultMaxThings = 200;

/** The things of a run on that server. On this machine, nothing that it has is worth protecting. */
export function openThings(
  { document, plan }: Pick<Prepared, "document" | "plan">,
  { target, send }: Server,
  { allowCreate = false, maxThings = defaultMaxThings }: Pick<ContractOptions, "allowCreate" | "maxThings">,
): Things {
  const contexts = new Map<string, CaseContext | undefined>();
  return createThings({
    resources: chainsOf(document).resources,
    basePath: target.basePath,
    send,
    isCallable: plan.selection.isCallable,
    mayCreate: target.loopback || allowCreate,
    mayChangeFound: target.loopback,
    maxThings: target.loopback ? undefined : maxThings,
    contextOf(operation) {
      if (contexts.has(operation.id)) return contexts.get(operation.id);
      if (contexts.size >= maxContexts) contexts.clear();
      const read = readOperation(operation, plan.schemas);
      const context = "skipped" in read ? undefined : createContext(read.operation, plan).context;
      contexts.set(operation.id, context);
      return context;
    },
  });
}
