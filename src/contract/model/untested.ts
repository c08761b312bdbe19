import type { Operation } from "../../openapi/operation.ts";
import type { Parameter } from "../../openapi/parameter.ts";
import { keywordOf, partsOf, typesOf } from "../../openapi/schema-parts.ts";
import { untestedBodies } from "./read-body.ts";
import { readSecurity } from "./security.ts";

/** What of an operation no test case covers, and why, where the operation itself is tested. */
export function untestedParts(operation: Operation): string[] {
  const { object, parameters } = operation;
  return [
    ...untestedBodies(operation),
    ...untestedCredentials(operation),
    ...parameters
      .filter((parameter) => isObject(operation, parameter))
      .map(
        ({ in: location, name }) =>
          `the ${location} parameter ${name} was not varied: servers read objects differently`,
      ),
    ...(Object.keys(object.callbacks ?? {}).length > 0
      ? ["its callbacks were not tested: the server makes these calls"]
      : []),
  ];
}

function untestedCredentials(operation: Operation): string[] {
  const { alternatives } = operation.security;
  const { required, credentials } = readSecurity(operation.security);
  if (!required || credentials.length > 0) return [];
  const names = [...new Set(alternatives.flat().map(({ name }) => name))];
  return [`its credentials were not tested: the suite cannot send ${names.join(", ")}`];
}

function isObject({ document }: Operation, { schema, schemaPointer, mediaType }: Parameter): boolean {
  if (mediaType !== undefined) return true;
  const parts = partsOf(document, schema, schemaPointer);
  const types = typesOf(parts) ?? (keywordOf(parts, "properties") === undefined ? [] : ["object"]);
  return types.includes("object") && types.every((type) => type === "object" || type === "null");
}
