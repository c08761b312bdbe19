import type { Parameter } from "../../openapi/parameter.ts";
import type { ContractParameter } from "./operation.ts";
import type { Schemas, Validate } from "./schemas.ts";

/**
 * The document says these elsewhere: https://spec.openapis.org/oas/v3.1.0#parameter-object. `Authorization` stays, because
 * some documents have no other place for it.
 */
const statedElsewhere = /^(accept|content-type)$/i;

/** Reads an operation's parameters with their schemas compiled. */
export function readParameters(parameters: readonly Parameter[], schemas: Schemas): ContractParameter[] {
  return parameters
    .filter(({ in: location, name }) => location !== "header" || !statedElsewhere.test(name))
    .map((parameter) => {
      const { name, in: location, required, style, explode, mediaType, pointer, schema, schemaPointer } = parameter;
      const validate: Validate = schema ? schemas.compile(schemaPointer, "request") : () => [];
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
        validate,
        example: parameter.examples.find(({ value }) => validate(value).length === 0)?.value,
      };
    });
}
