import type { Operation } from "../../openapi/operation.ts";
import type { Resource, Resources } from "./resource.ts";

/**
 * Whether a success of the operation leaves the thing that its path names unusable for others: a DELETE, and any action of
 * which nobody knows what it does, such as `POST /things/{thingId}/archive`.
 */
export function isDestructive({ method, path }: Pick<Operation, "method" | "path">, resources: Resources): boolean {
  if (method === "DELETE") return true;
  return method === "POST" && resources.along(path).length > 0 && !resources.isCollection(path);
}

/** Whether the method asks and changes nothing: https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1 */
export function isSafe({ method }: Pick<Operation, "method">): boolean {
  return ["GET", "HEAD", "OPTIONS", "TRACE"].includes(method);
}

/**
 * The operations in the order in which they are tested: those that give things before those that need them, destructive ones
 * last and those of inner things first; otherwise in the document's order.
 *
 * @param needsOf The things that an operation needs besides those of its path.
 */
export function orderOperations(
  operations: readonly Operation[],
  resources: Resources,
  needsOf: (operation: Operation) => Iterable<Resource>,
): Operation[] {
  const ordered = new Set<Operation>();
  const visiting = new Set<Operation>();
  const visit = (operation: Operation) => {
    if (ordered.has(operation) || visiting.has(operation)) return;
    visiting.add(operation);
    for (const { creators, finders } of [...resources.along(operation.path), ...needsOf(operation)]) {
      for (const source of [...creators, ...finders]) visit(source);
    }
    // A list has more to show when something was made.
    for (const creator of resources.listedBy(operation)?.creators ?? []) visit(creator);
    visiting.delete(operation);
    ordered.add(operation);
  };
  const [kind, last] = partition(operations, (operation) => !isDestructive(operation, resources));
  for (const operation of kind) visit(operation);
  const depth = ({ path }: Operation) => resources.along(path).length;
  for (const operation of last.sort((a, b) => depth(b) - depth(a))) visit(operation);
  return [...ordered];
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
