import { settleAll } from "../../src/internal/settle-all.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { bundleSpec } from "./bundle.ts";
import { readLayout } from "./layout.ts";
import { lintSpec } from "./lint.ts";

/**
 * The description in `folder` as one document, once it holds. Lint and bundle are processes of their own and run side
 * by side; where both fail, lint's failure counts: it names every fault and its place.
 *
 * @throws {SpecProblemsError} with everything that is wrong with the description.
 */
export function loadSpec(folder: string): Promise<OpenApiDocument> {
  return loadSpecWith(folder, { prepare: async (document) => document });
}

/** What is done with a description while it is still being checked. */
export interface Preparation<T> {
  /** Starts when the description is bundled, beside the lint. What it makes counts only where the lint finds nothing. */
  prepare(document: OpenApiDocument): Promise<T>;
  /** Done while the processes of lint and bundle run: the place to load what `prepare` needs. */
  meanwhile?: () => void;
}

/**
 * What is made of the description in `folder`, once it holds.
 *
 * @throws {SpecProblemsError} with everything that is wrong with the description.
 */
export async function loadSpecWith<T>(folder: string, { prepare, meanwhile }: Preparation<T>): Promise<T> {
  const layout = await readLayout(folder);
  const [linted, bundled] = [lintSpec(layout), bundleSpec(layout)];
  const prepared = bundled.then(prepare);
  meanwhile?.();
  const [, result] = await settleAll([linted, prepared]);
  return result;
}
