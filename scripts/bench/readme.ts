import { replaceBlock } from "../cli/readme.ts";
import { renderSection, type Section } from "./section.ts";

/**
 * README with the sections that were measured and have a place in it, each in place of the one before: between
 * `<!-- bench:NAME -->` and `<!-- /bench:NAME -->`.
 */
export function writeIntoReadme(readme: string, measured: ReadonlyMap<string, Section>, machine: string): string {
  const placed = [...measured].filter(([name]) => readme.includes(`<!-- bench:${name} -->`));
  return placed.reduce(
    (text, [name, section]) =>
      replaceBlock(text, `bench:${name}`, `${renderSection(section)}\n\n${machine}, shared with others.`),
    readme,
  );
}
