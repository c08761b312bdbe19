import type { Parameter } from "../../openapi/parameter.ts";
import type { ContractParameter } from "./operation.ts";
import type { Schemas } from "./schemas.ts";
import { isShownHeader } from "./shown-headers.ts";

/** Reads the parameters that are judged, with their schemas compiled. */
export function readParameters(parameters: readonly Parameter[], schemas: Schemas): ContractParameter[] {
  return parameters
    .filter((parameter) => !isShownHeader(parameter))
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
