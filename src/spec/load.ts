import { bundleSpec } from "./bundle.ts";
import type { OpenApiDocument } from "./document.ts";
import { lintSpec } from "./lint.ts";

/**
 * The description in `folder` as one document, once it holds. Lint and bundle are processes of their own and run side
 * by side.
 *
 * @throws {SpecFaultsError} with everything that is wrong with the description.
 */
export async function loadSpec(folder: string): Promise<OpenApiDocument> {
  const [lint, bundle] = await Promise.allSettled([lintSpec(folder), bundleSpec(folder)]);
  // Lint first: where both failed, it names every fault and its place.
  if (lint.status === "rejected") throw lint.reason;
  if (bundle.status === "rejected") throw bundle.reason;
  return bundle.value;
}
