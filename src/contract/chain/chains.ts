import type { OpenApiDocument } from "../../openapi/document.ts";
import { listOperations, type Operation } from "../../openapi/operation.ts";
import { partsOf, propertiesOf } from "../../openapi/schema-parts.ts";
import { orderOperations } from "./order.ts";
import { referenced } from "./references.ts";
import type { Resource, Resources } from "./resource.ts";
import { findResources } from "./resources.ts";

/** How the operations of a document depend on each other. */
export interface Chains {
  resources: Resources;
  /** The operations, those first that give what others need. */
  operations: Operation[];
}

/** Documents do not change while a run goes on. */
const known = new WeakMap<OpenApiDocument, Chains>();

/**
 * The chains of a document, found once.
 *
 * @throws {UserError} exit code 2, where the `$ref` of a path item leads nowhere or back to itself.
 */
export function chainsOf(document: OpenApiDocument): Chains {
  const chains = known.get(document) ?? findChains(document);
  known.set(document, chains);
  return chains;
}

function findChains(document: OpenApiDocument): Chains {
  const operations = listOperations(document);
  const resources = findResources(operations);
  const needsOf = (operation: Operation) => referencesOf(operation, resources);
  return { resources, operations: orderOperations(operations, resources, needsOf) };
}

/** The things that required parameters outside the path, and properties of the body, name. */
function referencesOf(operation: Operation, resources: Resources): Resource[] {
  return namesOf(operation).flatMap((name) => referenced(name, resources) ?? []);
}

function namesOf(operation: Operation): string[] {
  try {
    const { document, parameters, requestBody } = operation;
    const needed = parameters.filter((parameter) => parameter.required && parameter.in !== "path");
    const bodies = requestBody?.bodies ?? [];
    const properties = bodies.flatMap(({ schema, schemaPointer }) => [
      ...propertiesOf(partsOf(document, schema, schemaPointer)).keys(),
    ]);
    return [...needed.map(({ name }) => name), ...properties];
  } catch {
    // The operation itself is then reported as one that cannot be tested.
    return [];
  }
}
