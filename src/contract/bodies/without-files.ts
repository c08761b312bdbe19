import { pointTo } from "../../openapi/pointer.ts";
import { partsOf, propertiesOf, requiredOf } from "../../openapi/schema-parts.ts";
import type { BodyWriter, DescribedBody } from "./body-format.ts";
import { readFields } from "./fields.ts";
import { cannotWrite } from "./readings.ts";

type Described = Omit<DescribedBody, "validate" | "mediaType">;

/** A writer that writes no files: the document has a form for them, or the format cannot. */
export function withoutFiles(writer: BodyWriter, described: Described): BodyWriter {
  const files = fileNames(described);
  if (files.length === 0) return writer;
  return {
    ...writer,
    validate(value) {
      const file = files.find((name) => typeof value === "object" && value !== null && Object.hasOwn(value, name));
      return file === undefined ? writer.validate(value) : [cannotWrite(pointTo("", file), "is a file")];
    },
  };
}

/** Whether no value of the body is without a file. */
export function requiresFile(described: Described): boolean {
  const required = requiredOf(partsOf(described.document, described.schema, described.schemaPointer));
  return fileNames(described).some((name) => required.includes(name));
}

function fileNames(described: Described): string[] {
  const { document, schema, schemaPointer } = described;
  const fields = readFields({ ...described, mediaType: "", validate: () => [] });
  const names = [...propertiesOf(partsOf(document, schema, schemaPointer)).keys()];
  return names.filter((name) => fields.of(name).kind === "file");
}
