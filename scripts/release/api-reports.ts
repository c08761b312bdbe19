import { renderApiReport } from "./api-report.ts";

/** What is read here of a package.json. */
export interface Manifest {
  name: string;
  exports: Record<string, unknown>;
}

/** An entry of the package that has types. */
interface TypedEntry {
  /** As it is imported: `NAME/mock`. */
  specifier: string;
  /** The name of its report's file. */
  file: string;
  /** Its declarations, as a path in the folder of the compiled ones. */
  types: string;
}

/** The reports of all entries of the package that have types, by file name. */
export function renderApiReports(manifest: Manifest, declarations: string): Map<string, string> {
  return new Map(
    listTypedEntries(manifest).map(({ specifier, file, types }) => [
      file,
      `# ${specifier}\n\nWritten by \`npm run api\`. Do not edit.\n\n\`\`\`ts\n${renderApiReport(declarations, types)}\n\`\`\`\n`,
    ]),
  );
}

/** The entries of package.json's `exports` that have types, for `import` where `require` has others. */
export function listTypedEntries({ name, exports }: Manifest): TypedEntry[] {
  return Object.entries(exports).flatMap(([entry, conditions]) => {
    const types = typesOf(conditions);
    if (types === undefined) return [];
    const short = entry.replace(/^\.\/?/, "");
    return [
      {
        specifier: short ? `${name}/${short}` : name,
        file: `${short.replaceAll("/", "-") || "index"}.md`,
        types: types.replace("./dist/lib/", ""),
      },
    ];
  });
}

function typesOf(conditions: unknown): string | undefined {
  if (typeof conditions !== "object" || conditions === null) return undefined;
  const { types, import: imported } = conditions as { types?: string; import?: unknown };
  return types ?? typesOf(imported);
}
