/** The state of a run. */
export interface ProgressUpdate {
  operation: string;
  family: string;
  /** Cases sent so far. */
  cases: number;
  /** Violations so far. */
  violations: number;
}

/** Shows the progress of a run. */
export interface Progress {
  tick(update: ProgressUpdate): void;
  /** Removes the line. */
  end(): void;
}

/** Time between two lines, in milliseconds: a terminal overwrites one line, a log gets few. */
const terminalGapMs = 100;
const logGapMs = 10_000;
/** A line that wraps could not be overwritten. */
const terminalWidth = 79;

/** Shows progress on a stream: stderr, because stdout may have the report. */
export function createProgress(stream: { isTTY?: boolean; write(text: string): unknown }): Progress {
  const gapMs = stream.isTTY ? terminalGapMs : logGapMs;
  let last = Date.now();
  return {
    tick({ operation, family, cases, violations }) {
      if (Date.now() - last < gapMs) return;
      last = Date.now();
      const line = `${cases} cases, ${violations} violations, now ${operation} ${family}`;
      stream.write(stream.isTTY ? `\r\u001b[K${line.slice(0, terminalWidth)}` : `${line}\n`);
    },
    end() {
      if (stream.isTTY) stream.write("\r\u001b[K");
    },
  };
}
