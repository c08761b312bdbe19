import { replaceBlock } from "../readme.ts";
import { renderSection, type Section } from "./section.ts";

/**
 * README with the sections that were measured, each in place of the one before it: between `<!-- bench:NAME -->` and
 * `<!-- /bench:NAME -->`. A part that was not measured stays as it is.
 */
export function writeIntoReadme(readme: string, measured: ReadonlyMap<string, Section>, machine: string): string {
  return [...measured].reduce(
    (text, [name, section]) =>
      replaceBlock(text, `bench:${name}`, `${renderSection(section)}\n\n${machine}, shared with others.`),
    readme,
  );
}
