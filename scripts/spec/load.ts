import { settleAll } from "../../src/internal/settle-all.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { bundleSpec } from "./bundle.ts";
import { readLayout } from "./layout.ts";
import { lintSpec } from "./lint.ts";

/**
 * Lints and bundles the spec in `folder`. Lint and bundle are separate processes and run in parallel; if both fail, it
 * reports lint's failure, which lists every problem and its location.
 *
 * @throws {SpecProblemsError} With all problems of the spec.
 */
export function loadSpec(folder: string): Promise<OpenApiDocument> {
  return loadSpecWith(folder, { prepare: async (document) => document });
}

/** Work that runs while the spec is still being linted. */
export interface Preparation<T> {
  /** Starts once the spec is bundled, in parallel with lint. Its result is used only if lint passes. */
  prepare(document: OpenApiDocument): Promise<T>;
  /** Runs while the lint and bundle processes run: load here what `prepare` needs. */
  meanwhile?: () => void;
}

/**
 * Prepares the spec in `folder`, and returns the result if lint passes.
 *
 * @throws {SpecProblemsError} With all problems of the spec.
 */
export async function loadSpecWith<T>(folder: string, { prepare, meanwhile }: Preparation<T>): Promise<T> {
  const layout = await readLayout(folder);
  const [linted, bundled] = [lintSpec(layout), bundleSpec(layout)];
  const prepared = bundled.then(prepare);
  meanwhile?.();
  const [, result] = await settleAll([linted, prepared]);
  return result;
}
