/**
 * Replaces the text between `<!-- NAME -->` and `<!-- /NAME -->`.
 *
 * @throws {Error} If the README has no such comments.
 */
export function replaceBlock(readme: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [readme.indexOf(start), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no ${start} ... ${end}.`);
  return `${readme.slice(0, from + start.length)}\n${text}\n${readme.slice(to)}`;
}
