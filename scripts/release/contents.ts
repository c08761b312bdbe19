/** What a package may hold: files, and folders of compiled modules. */
export interface AllowedContents {
  files: readonly string[];
  /** Folders, with the kinds of files in each; not those below. */
  folders: readonly string[];
  /** How the files of such a folder end. */
  endings: readonly string[];
}

/** How what a package holds differs from what it may hold. */
export interface ContentsDifference {
  /** Files that nothing allows. */
  unlisted: string[];
  /** Allowed files that it lacks, and allowed folders in which it has nothing. */
  missing: string[];
}

/** Compares the files of a package with what it may hold. Paths have forward slashes. */
export function compareContents(files: readonly string[], allowed: AllowedContents): ContentsDifference {
  const folderOf = (file: string) => file.replace(/\/[^/]*$/, "");
  const isModule = (file: string) =>
    allowed.folders.includes(folderOf(file)) && allowed.endings.some((ending) => file.endsWith(ending));
  const present = new Set(files.map(folderOf));
  return {
    unlisted: files.filter((file) => !allowed.files.includes(file) && !isModule(file)),
    missing: [
      ...allowed.files.filter((file) => !files.includes(file)),
      ...allowed.folders.filter((folder) => !present.has(folder)),
    ],
  };
}
