import { renderSection, type Section } from "./section.ts";

/**
 * README with the sections that were measured, each in place of the one before it: between `<!-- bench:NAME -->` and
 * `<!-- /bench:NAME -->`. A part that was not measured stays as it is.
 *
 * @throws {Error} where README has no place for a section.
 */
export function writeIntoReadme(readme: string, measured: ReadonlyMap<string, Section>, machine: string): string {
  return [...measured].reduce((text, [name, section]) => {
    const [start, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
    const [from, to] = [text.indexOf(start), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`README.md has no ${start} … ${end}.`);
    const table = `${renderSection(section)}\n\n${machine}, shared with others.`;
    return `${text.slice(0, from + start.length)}\n${table}\n${text.slice(to)}`;
  }, readme);
}
