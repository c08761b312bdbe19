import { relative, resolve, sep } from "node:path";
import ts from "typescript";

/**
 * Renders the public types of a package entry: its exports, each declaration that they reach, by file, without comments,
 * and its module augmentations. Types derived from the spec are named but not shown: `generated/` records them.
 *
 * @param root Folder of the compiled declarations.
 * @param entry Path of the entry's declarations in `root`.
 */
export function renderApiReport(root: string, entry: string): string {
  const program = ts.createProgram([resolve(root, entry)], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    // Global types and those of other packages do not belong to this package.
    noLib: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(resolve(root, entry));
  const module = source && checker.getSymbolAtLocation(source);
  if (!source || !module) throw new Error(`${entry} exports nothing.`);
  const pathOf = (node: ts.Node) => relative(root, node.getSourceFile().fileName).split(sep).join("/");
  const isOwn = (node: ts.Node) => pathOf(node).startsWith("src/");
  const resolved = (symbol: ts.Symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

  const reached = new Set<ts.Node>();
  const foreign = new Set<string>();
  const reach = (symbol: ts.Symbol) => {
    for (const declaration of symbol.declarations ?? []) {
      const from = specifierOf(declaration);
      if (from && isPackage(from)) foreign.add(from);
    }
    for (const declaration of resolved(symbol).declarations ?? []) {
      const statement = statementOf(declaration);
      if (!statement || reached.has(statement) || !isOwn(statement)) continue;
      reached.add(statement);
      visit(statement);
    }
  };
  const visit = (node: ts.Node): void => {
    const symbol = ts.isIdentifier(node) && checker.getSymbolAtLocation(node);
    if (symbol) reach(symbol);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      const from = textOf(node.argument.literal);
      if (isPackage(from)) foreign.add(from);
    }
    ts.forEachChild(node, visit);
  };
  const exported = checker.getExportsOfModule(module).filter((symbol) => resolved(symbol).declarations?.some(isOwn));
  for (const symbol of exported) reach(symbol);
  // No name leads to a module augmentation, and it applies as soon as the entry is imported.
  const own = program.getSourceFiles().filter(isOwn);
  for (const statement of own.flatMap(({ statements }) => statements.filter(isAugmentation))) {
    reached.add(statement);
    visit(statement);
  }

  const passedOn = source.statements.filter((statement) => {
    const from = ts.isExportDeclaration(statement) ? specifierOf(statement) : undefined;
    return from !== undefined && (isPackage(from) || from.includes("/generated/"));
  });
  const files = [...new Set([...reached].map(pathOf))].sort();
  const shown = (file: string) => [...reached].filter((node) => pathOf(node) === file).sort((a, b) => a.pos - b.pos);
  return [
    ["// Exports", ...exported.map(({ name }) => `//   ${name}`).sort()].join("\n"),
    `// Types of other packages: ${[...foreign].sort().join(", ") || "none"}`,
    ...passedOn.map(print),
    ...files.flatMap((file) => [`// ${file}`, ...shown(file).map(print)]),
  ].join("\n\n");
}

/** Returns the top-level statement that declares it: class, interface, type, function or constants. */
function statementOf(declaration: ts.Node): ts.Node | undefined {
  if (ts.isSourceFile(declaration)) return undefined;
  if (ts.isSourceFile(declaration.parent)) return declaration;
  const isConstant = ts.isVariableDeclaration(declaration) && ts.isSourceFile(declaration.parent.parent.parent);
  return isConstant ? declaration.parent.parent : undefined;
}

/** `declare module "other" { ... }` or `declare global { ... }`. */
function isAugmentation(statement: ts.Node): boolean {
  if (!ts.isModuleDeclaration(statement)) return false;
  return ts.isStringLiteral(statement.name) || (statement.flags & ts.NodeFlags.GlobalAugmentation) !== 0;
}

/** Returns the module that an import or export, or a name in one, comes from. */
function specifierOf(node: ts.Node): string | undefined {
  const statement = ts.findAncestor(node, (parent) => ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent));
  const specifier = (statement as ts.ImportDeclaration | ts.ExportDeclaration | undefined)?.moduleSpecifier;
  return specifier && textOf(specifier);
}

function textOf(node: ts.Node): string {
  return ts.isStringLiteral(node) ? node.text : "";
}

function isPackage(specifier: string): boolean {
  return !specifier.startsWith(".");
}

function print(node: ts.Node): string {
  const printer = ts.createPrinter({ removeComments: true });
  return printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
}
