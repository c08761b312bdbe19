import { renderApiReport } from "./api-report.ts";

/** The part of package.json that is read here. */
export interface Manifest {
  name: string;
  exports: Record<string, unknown>;
}

/** An entry of the package that has types. */
interface TypedEntry {
  /** As imported: `NAME/mock`. */
  specifier: string;
  /** Name of its report file. */
  file: string;
  /** Path of its declarations in the output folder. */
  types: string;
}

/** Renders the reports of all entries that have types, by file name. */
export function renderApiReports(manifest: Manifest, declarations: string): Map<string, string> {
  return new Map(
    listTypedEntries(manifest).map(({ specifier, file, types }) => [
      file,
      `# ${specifier}\n\nWritten by \`npm run api\`. Do not edit.\n\n\`\`\`ts\n${renderApiReport(declarations, types)}\n\`\`\`\n`,
    ]),
  );
}

/** Lists the entries of package.json's `exports` that have types; those of `import` if `require` differs. */
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
