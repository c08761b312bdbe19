/** What a run tells while it goes on. */
export interface ProgressUpdate {
  operation: string;
  family: string;
  /** Cases that were sent so far. */
  cases: number;
  /** Violations so far. */
  violations: number;
}

/** Shows how far a run is. */
export interface Progress {
  tick(update: ProgressUpdate): void;
  /** Takes the line away. */
  end(): void;
}

/** Time between two lines, in milliseconds: on a terminal one is written over, a log gets few. */
const terminalGapMs = 100;
const logGapMs = 10_000;
/** A line that wraps would not be written over whole. */
const terminalWidth = 79;

/** Progress on a stream, which is stderr so that a report on stdout stays whole. */
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
