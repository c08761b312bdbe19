import type { Parameter } from "../../openapi/parameter.ts";
import type { ContractParameter } from "./operation.ts";
import type { Schemas } from "./schemas.ts";

/**
 * Documents state these elsewhere: https://spec.openapis.org/oas/v3.1.0#parameter-object. `Authorization` stays, because
 * some documents state it nowhere else.
 */
const statedElsewhere = /^(accept|content-type)$/i;

/** Reads an operation's parameters with their schemas compiled. */
export function readParameters(parameters: readonly Parameter[], schemas: Schemas): ContractParameter[] {
  return parameters
    .filter(({ in: location, name }) => location !== "header" || !statedElsewhere.test(name))
    .map((parameter) => {
      const { name, in: location, required, style, explode, mediaType, pointer, schema, schemaPointer } = parameter;
      return {
        name,
        in: location,
        required,
        style,
        explode,
        mediaType,
        pointer,
        schema: schema ?? {},
        schemaPointer,
        validate: schema ? schemas.compile(schemaPointer, "request") : () => [],
        example: parameter.examples[0]?.value,
      };
    });
}
