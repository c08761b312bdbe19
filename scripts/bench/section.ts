/** The result of a part of the benchmark: a table, and figures with their targets. */
export interface Section {
  title: string;
  columns: string[];
  rows: string[][];
  aims: Aim[];
  /** Notes on the figures. */
  notes?: string[];
  /** The raw figures. */
  figures: unknown;
}

/** A figure and its target. */
export interface Aim {
  what: string;
  figure: number;
  /** `at most 1.1`. */
  bound: { atMost: number } | { atLeast: number };
}

export function isMet({ figure, bound }: Aim): boolean {
  return "atMost" in bound ? figure <= bound.atMost : figure >= bound.atLeast;
}

/** Renders a section as Markdown: the table, then a line per target. */
export function renderSection({ title, columns, rows, aims, notes = [] }: Section): string {
  const lines = [columns, columns.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);
  const verdicts = aims.map((aim) => {
    const [words, bound] =
      "atMost" in aim.bound ? (["at most", aim.bound.atMost] as const) : (["at least", aim.bound.atLeast] as const);
    return `- ${aim.what}: ${shorten(aim.figure, bound)}, target ${words} ${bound}: ${isMet(aim) ? "met" : "**missed**"}`;
  });
  return [`### ${title}`, lines.join("\n"), verdicts.join("\n"), ...notes].filter(Boolean).join("\n\n");
}

/** Rounds to two decimals, because figures are noisy, unless that would hide on which side of the bound they are. */
function shorten(figure: number, bound: number): string {
  if (Number.isInteger(figure)) return String(figure);
  const text = figure.toFixed(2);
  return Number(text) === bound ? figure.toFixed(4) : text;
}
