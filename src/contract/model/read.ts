import type { OpenApiDocument } from "../../openapi/document.ts";
import { listOperations, type Operation } from "../../openapi/operation.ts";
import { readPathKey } from "../../openapi/path-key.ts";
import { compilePathTemplate } from "../../openapi/path-template.ts";
import { mergeQuery } from "./fixed-query.ts";
import type { ContractOperation } from "./operation.ts";
import { readBody, unsendableBody } from "./read-body.ts";
import { readParameters } from "./read-parameters.ts";
import { readResponses } from "./read-responses.ts";
import { readXContract } from "./read-x-contract.ts";
import type { Schemas } from "./schemas.ts";
import { readSecurity } from "./security.ts";
import { readShownHeaders } from "./shown-headers.ts";
import { untestedParts } from "./untested.ts";

/** An operation that the suite can test, or why it cannot. */
export type ReadOperation = { operation: ContractOperation } | { id: string; skipped: string };

/**
 * Reads every operation of a document, with its schemas compiled. Lazy, because a document may have thousands.
 *
 * @throws {UserError} exit code 2, if an `x-contract` is invalid, or the `$ref` of a path item leads nowhere.
 */
export function* readOperations(document: OpenApiDocument, schemas: Schemas): Generator<ReadOperation> {
  for (const operation of listOperations(document)) yield readOperation(operation, schemas);
}

/** The webhooks of a document, which nobody can send; undefined where it has none. */
export function readWebhooks(document: OpenApiDocument): { id: string; skipped: string } | undefined {
  const webhooks = Object.keys(document.webhooks ?? {});
  return webhooks.length > 0
    ? { id: webhooks.join(", "), skipped: "the server makes the calls of a webhook" }
    : undefined;
}

/**
 * Reads one operation.
 *
 * @throws {UserError} exit code 2, where `x-contract` is wrong.
 */
export function readOperation(operation: Operation, schemas: Schemas): ReadOperation {
  const { id, pointer, object } = operation;
  const xContract = readXContract(object["x-contract"], pointer);
  try {
    const reason = reasonToSkip(operation);
    if (reason !== undefined) return { id, skipped: reason };
    const { method, methods, document, responses } = operation;
    const { path, query } = readPathKey(operation.path);
    const { fixed, parameters } = mergeQuery(query, operation.parameters);
    return {
      operation: {
        id,
        method,
        path,
        query: fixed,
        template: compilePathTemplate(path),
        pointer,
        document,
        parameters: readParameters(parameters, schemas),
        shownHeaders: readShownHeaders(parameters, document),
        body: readBody(operation, schemas),
        responses: readResponses(responses, document, schemas),
        security: readSecurity(operation.security),
        methods,
        untested: untestedParts(operation),
        xContract,
      },
    };
  } catch (cause) {
    return { id, skipped: `its schemas cannot be used: ${(cause as Error).message.split("\n")[0]}` };
  }
}

function reasonToSkip(operation: Operation): string | undefined {
  const unsendable = unsendableBody(operation);
  if (unsendable !== undefined) return unsendable;
  const hasSuccess = [...operation.responses.keys()].some((status) => /^[23]|^default$/.test(status));
  return hasSuccess ? undefined : "it documents no success, so the expected response to a valid request is unknown";
}
