import { settleAll } from "../command/settle-all.ts";
import { bundleSpec } from "./bundle.ts";
import type { OpenApiDocument } from "./document.ts";
import { readLayout } from "./layout.ts";
import { lintSpec } from "./lint.ts";

/**
 * The description in `folder` as one document, once it holds. Lint and bundle are processes of their own and run side
 * by side; where both fail, lint's failure counts: it names every fault and its place.
 *
 * @throws {SpecFaultsError} with everything that is wrong with the description.
 */
export async function loadSpec(folder: string): Promise<OpenApiDocument> {
  const layout = await readLayout(folder);
  const [, document] = await settleAll([lintSpec(layout), bundleSpec(layout)]);
  return document;
}
