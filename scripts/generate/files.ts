import { stringify } from "yaml";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { renderClient } from "./client.ts";
import { renderFixtures } from "./fixtures.ts";
import { renderTypes } from "./types.ts";
import { renderValidators } from "./validators.ts";

const banner = "Written by `npm run generate` from openapi/. Do not edit.";

/**
 * Renders the files of `generated/`, by name. A pure function of the document: the same bytes on every run and machine.
 *
 * @throws {UserError} If an operation cannot become a client method.
 */
export async function renderFiles(document: OpenApiDocument): Promise<Map<string, string>> {
  const client = renderClient(document);
  return new Map([
    ...renderBundles(document),
    ["schema.ts", `// ${banner}\n\n${await renderTypes(document)}`],
    ["client.ts", `// ${banner}\n\n${client}`],
    ["validators.ts", `// ${banner}\n${renderValidators(document)}`],
    ["fixtures.ts", `// ${banner}\n\n${renderFixtures(document)}`],
  ]);
}

/** Renders the bundle as JSON and as YAML, by file name. */
export function renderBundles(document: OpenApiDocument): Map<string, string> {
  const { openapi, ...rest } = document;
  // The banner is a property, because JSON has no comments and both bundles must be equal.
  const bundle = { openapi, "x-generated": banner, ...rest };
  return new Map([
    ["openapi.json", `${JSON.stringify(bundle, null, 2)}\n`],
    ["openapi.yaml", stringify(bundle, { lineWidth: 0, aliasDuplicateObjects: false })],
  ]);
}
