import { replaceBlock } from "../cli/readme.ts";
import { renderSection, type Section } from "./section.ts";

/** Returns a README with the measured sections in place of the previous ones, between `<!-- bench:NAME -->` and `<!-- /bench:NAME -->`. */
export function replaceSections(readme: string, measured: ReadonlyMap<string, Section>, machine: string): string {
  return [...measured].reduce(
    (text, [name, section]) =>
      replaceBlock(text, `bench:${name}`, `${renderSection(section)}\n\n${machine}, shared with other work.`),
    readme,
  );
}
