/**
 * Puts the head of CHANGELOG.md back above the new version: changesets writes new versions right below the title.
 *
 * @param before The file before the new version: a title, a head, then `## ` and the last version.
 * @param after The file with the new version.
 */
export function keepHead(before: string, after: string): string {
  const [whole = ""] = before.split(/^(?=## )/m);
  const title = whole.slice(0, whole.indexOf("\n") + 1);
  const head = whole.slice(title.length);
  return after.replace(head, "\n").replace(title, () => `${title}${head.trimEnd()}\n`);
}
