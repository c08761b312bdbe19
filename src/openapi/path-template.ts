/** A path template such as `/things/{id}.json`, ready to match paths. */
export interface PathTemplate {
  /** The names of its parameters, in their order. */
  names: string[];
  /** The text that each parameter has in a path, not decoded; undefined where the path is another. */
  match(path: string): Map<string, string> | undefined;
}

/** Compiles a path template. A parameter takes at least one character and no slash. */
export function compilePathTemplate(template: string): PathTemplate {
  const names = namesIn(template);
  const pattern = patternOf(template);
  return {
    names,
    match(path) {
      const found = pattern.exec(path);
      return found ? new Map(names.map((name, index) => [name, found[index + 1] ?? ""])) : undefined;
    },
  };
}

/** What is kept by path template, found by path. */
export interface PathIndex<T> {
  /** What is kept of every template that the path matches: `/things/new` is also a `/things/{id}`. */
  find(path: string): T[];
}

/** What is known after the first segments of a path. */
interface Node<T> {
  literals: Map<string, Node<T>>;
  patterns: Map<string, { pattern: RegExp; next: Node<T> }>;
  values: T[];
}

/** Indexes values by path template, segment by segment: the time to find a path does not grow with their number. */
export function indexPaths<T>(entries: Iterable<readonly [template: string, value: T]>): PathIndex<T> {
  const root = createNode<T>();
  for (const [template, value] of entries) {
    let node = root;
    for (const segment of template.split("/")) node = stepInto(node, segment);
    node.values.push(value);
  }
  return { find: (path) => findBelow(root, path.split("/")) };
}

function createNode<T>(): Node<T> {
  return { literals: new Map(), patterns: new Map(), values: [] };
}

function stepInto<T>({ literals, patterns }: Node<T>, segment: string): Node<T> {
  if (!segment.includes("{")) {
    const next = literals.get(segment) ?? createNode<T>();
    literals.set(segment, next);
    return next;
  }
  const pattern = patternOf(segment);
  const { next } = patterns.get(pattern.source) ?? { next: createNode<T>() };
  patterns.set(pattern.source, { pattern, next });
  return next;
}

function findBelow<T>({ literals, patterns, values }: Node<T>, [segment, ...rest]: string[]): T[] {
  if (segment === undefined) return values;
  const literal = literals.get(segment);
  const matching = [...patterns.values()].filter(({ pattern }) => pattern.test(segment));
  return [...(literal ? [literal] : []), ...matching.map(({ next }) => next)].flatMap((next) => findBelow(next, rest));
}

function namesIn(template: string): string[] {
  return [...template.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
}

function patternOf(template: string): RegExp {
  const literals = template.split(/\{[^}]*\}/).map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${literals.join("([^/]+)")}$`);
}
