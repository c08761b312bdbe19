import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "../internal/package-root.ts";
import { define } from "./command.ts";

/** Prints the bundled spec of this package. */
export const spec = define({
  about: "Prints the OpenAPI document, bundled into one file.",
  flags: {
    format: { value: ["json", "yaml"], about: "format of the document (default: json)" },
  },
  examples: {
    "> openapi.json": "writes the document as JSON, for a generator in any language",
    "--format yaml > openapi.yaml": "writes it as YAML",
  },
  async run({ format = "json" }) {
    process.stdout.write(await readFile(join(packageRoot, `generated/openapi.${format}`), "utf8"));
  },
});
