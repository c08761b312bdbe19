import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { releasedSpec, renderReleased } from "../../scripts/release/released.ts";
import { bundleSpec } from "../../scripts/spec/bundle.ts";
import { readLayout } from "../../scripts/spec/layout.ts";
import { packageRoot } from "../../src/internal/package-root.ts";
import type { OpenApiDocument } from "../../src/openapi/document.ts";
import { defaultSpec, readDocument } from "../../src/openapi/read-document.ts";
import { scratchCheckout, scratchSpec } from "./scratch.ts";

/** Changes of the request's schema that hold as a description, by what they mean to callers. */
export const changes = {
  none: (text: string) => text,
  words: (text: string) => text.replace("Whether the persona is public.", "Whether all see the persona."),
  addition: (text: string) =>
    text.replace(/^properties:\n/m, "$&  mood:\n    type: string\n    description: Its mood.\n    examples: [calm]\n"),
  breaking: (text: string) => text.replace(/^ {2}name:\n/m, "$&    maxLength: 100\n"),
};

const documents = new Map<keyof typeof changes, Promise<OpenApiDocument>>();

/** The present description with a change, as one document; made once for all tests of a file. */
export async function changedDocument(change: keyof typeof changes): Promise<OpenApiDocument> {
  const made = documents.get(change) ?? (change === "none" ? readDocument(defaultSpec) : bundleChanged(change));
  documents.set(change, made);
  return made;
}

async function bundleChanged(change: keyof typeof changes): Promise<OpenApiDocument> {
  const folder = await scratchSpec();
  await changeSpec(folder, change);
  return bundleSpec(await readLayout(folder));
}

/** Changes a description's folder. */
async function changeSpec(folder: string, change: keyof typeof changes): Promise<void> {
  const file = join(folder, "components/schemas/CreatePersonaRequest.yaml");
  const text = (await readFile(file, "utf8")).replaceAll("\r\n", "\n");
  await writeFile(file, changes[change](text));
  if (change !== "none") expect(await readFile(file, "utf8")).not.toBe(text);
}

/** A checkout whose present description is the released one, then changed, with a changeset where a bump is given. */
export async function releaseCheckout(change: keyof typeof changes, bump?: string): Promise<string> {
  const checkout = await scratchCheckout();
  for (const name of ["CHANGELOG.md", "package-lock.json"]) await cp(join(packageRoot, name), join(checkout, name));
  const waiting = (await readdir(join(checkout, ".changeset"))).filter((name) => /^(?!README).*\.md$/.test(name));
  for (const name of waiting) await rm(join(checkout, ".changeset", name));
  const present = await readDocument(join(checkout, "generated/openapi.json"));
  await writeFile(join(checkout, releasedSpec), renderReleased(present));

  await changeSpec(join(checkout, "openapi"), change);
  const { name } = JSON.parse(await readFile(join(checkout, "package.json"), "utf8"));
  if (bump) await writeFile(join(checkout, ".changeset/new.md"), `---\n"${name}": ${bump}\n---\n\nWhat is new.\n`);
  return checkout;
}
