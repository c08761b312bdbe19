import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { releasedSpec, renderReleased } from "../../scripts/release/released.ts";
import { packageRoot } from "../../src/internal/package-root.ts";
import { readDocument } from "../../src/openapi/read-document.ts";
import { scratchCheckout } from "./scratch.ts";

/** Changes of the request's schema that hold as a description, by what they mean to callers. */
export const changes = {
  none: (text: string) => text,
  words: (text: string) => text.replace("Whether the persona is public.", "Whether all see the persona."),
  addition: (text: string) =>
    text.replace(/^properties:\n/m, "$&  mood:\n    type: string\n    description: Its mood.\n    examples: [calm]\n"),
  breaking: (text: string) => text.replace(/^ {2}name:\n/m, "$&    maxLength: 100\n"),
};

/** A checkout whose present description is the released one, then changed, with a changeset where a bump is given. */
export async function releaseCheckout(change: keyof typeof changes, bump?: string): Promise<string> {
  const checkout = await scratchCheckout();
  for (const name of ["CHANGELOG.md", "package-lock.json"]) await cp(join(packageRoot, name), join(checkout, name));
  const waiting = (await readdir(join(checkout, ".changeset"))).filter((name) => /^(?!README).*\.md$/.test(name));
  for (const name of waiting) await rm(join(checkout, ".changeset", name));
  const present = await readDocument(join(checkout, "generated/openapi.json"));
  await writeFile(join(checkout, releasedSpec), renderReleased(present));

  const file = join(checkout, "openapi/components/schemas/CreatePersonaRequest.yaml");
  const text = (await readFile(file, "utf8")).replaceAll("\r\n", "\n");
  await writeFile(file, changes[change](text));
  if (change !== "none") expect(await readFile(file, "utf8")).not.toBe(text);

  const { name } = JSON.parse(await readFile(join(checkout, "package.json"), "utf8"));
  if (bump) await writeFile(join(checkout, ".changeset/new.md"), `---\n"${name}": ${bump}\n---\n\nWhat is new.\n`);
  return checkout;
}
