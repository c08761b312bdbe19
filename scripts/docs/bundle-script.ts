import { join } from "node:path";
import { rolldown } from "rolldown";
import { packageRoot } from "../../src/internal/package-root.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { renderClient } from "../generate/client.ts";
import { renderValidators } from "../generate/validators.ts";

/**
 * Bundles a script of `scripts/docs/browser` for the page. Its imports from `generated/` are generated from this document,
 * which may differ from the committed one.
 */
export async function bundleScript(name: string, document?: OpenApiDocument): Promise<string> {
  const generated = new Map<string, (document: OpenApiDocument) => string>([
    [join(packageRoot, "generated/client.ts"), renderClient],
    [join(packageRoot, "generated/validators.ts"), renderValidators],
  ]);
  const fromDocument = {
    name: "generated-from-the-document",
    load(id: string) {
      const render = generated.get(id);
      return document && render ? render(document) : null;
    },
  };
  const bundle = await rolldown({
    input: join(packageRoot, "scripts/docs/browser", name),
    platform: "browser",
    plugins: [fromDocument],
    logLevel: "silent",
  });
  const { output } = await bundle.generate({ format: "iife", minify: true });
  // The script is inlined in the page.
  return output[0].code.trim().replaceAll("</script", "<\\/script");
}
