import type { Parameter } from "../../openapi/parameter.ts";
import type { ContractParameter } from "./operation.ts";
import type { Schemas, Validate } from "./schemas.ts";
import { isShownHeader } from "./shown-headers.ts";

/** Reads the parameters that are judged, with their schemas compiled. */
export function readParameters(parameters: readonly Parameter[], schemas: Schemas): ContractParameter[] {
  return parameters
    .filter((parameter) => !isShownHeader(parameter))
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
