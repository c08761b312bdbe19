/** What a package may contain: files, and folders of compiled modules. */
export interface AllowedContents {
  files: readonly string[];
  /** Folders of compiled modules; their subfolders are listed separately. */
  folders: readonly string[];
  /** Endings of the files in such a folder. */
  endings: readonly string[];
}

/** How a package's content differs from what it may contain. */
export interface ContentsDifference {
  /** Files that are not allowed. */
  unlisted: string[];
  /** Allowed files that are missing, and allowed folders that are empty. */
  missing: string[];
}

/** Compares the files of a package with what it may contain. Paths have forward slashes. */
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
