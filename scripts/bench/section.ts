/** A part of the benchmark: one table, and how its figures stand to their aims. */
export interface Section {
  title: string;
  columns: string[];
  rows: string[][];
  aims: Aim[];
  /** What a reader has to know of the figures. */
  notes?: string[];
  /** The figures as numbers. */
  figures: unknown;
}

/** A figure beside what it should be. */
export interface Aim {
  what: string;
  figure: number;
  /** `at most 1.1`. */
  bound: { atMost: number } | { atLeast: number };
}

export function isMet({ figure, bound }: Aim): boolean {
  return "atMost" in bound ? figure <= bound.atMost : figure >= bound.atLeast;
}

/** A section as Markdown: the table, then a line for each aim. */
export function renderSection({ title, columns, rows, aims, notes = [] }: Section): string {
  const lines = [columns, columns.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);
  const verdicts = aims.map((aim) => {
    const [words, bound] =
      "atMost" in aim.bound ? (["at most", aim.bound.atMost] as const) : (["at least", aim.bound.atLeast] as const);
    return `- ${aim.what}: ${shorten(aim.figure, bound)}, aim ${words} ${bound}: ${isMet(aim) ? "met" : "**missed**"}`;
  });
  return [`### ${title}`, lines.join("\n"), verdicts.join("\n"), ...notes].filter(Boolean).join("\n\n");
}

/** Figures are noisy: two places after the point are enough, but where they would hide on which side of the bound it is. */
function shorten(figure: number, bound: number): string {
  if (Number.isInteger(figure)) return String(figure);
  const text = figure.toFixed(2);
  return Number(text) === bound ? figure.toFixed(4) : text;
}
