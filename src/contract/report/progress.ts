/** The state of a run. */
export interface ProgressUpdate {
  operation: string;
  family: string;
  /** Cases sent so far. */
  cases: number;
  /** Violations so far. */
  violations: number;
  /** How much of the run is over, from 0 to 1. */
  share: number;
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
const barWidth = 20;
/** Before so much is over, the time left is anyone's guess. */
const minShare = 0.05;

/** Shows progress on a stream: stderr, because stdout may have the report. A terminal gets a bar. */
export function createProgress(stream: { isTTY?: boolean; write(text: string): unknown }): Progress {
  const gapMs = stream.isTTY ? terminalGapMs : logGapMs;
  const startedAt = Date.now();
  let last = startedAt;
  return {
    tick({ operation, family, cases, violations, share }) {
      if (Date.now() - last < gapMs) return;
      last = Date.now();
      const percent = `${Math.floor(share * 100)} %`;
      const counts = `${cases} cases, ${violations} violations`;
      if (!stream.isTTY) return void stream.write(`${percent}, ${counts}, now ${operation} ${family}\n`);
      const filled = Math.round(share * barWidth);
      const bar = `${"█".repeat(filled)}${"░".repeat(barWidth - filled)}`;
      const line = `${bar} ${percent}${timeLeft(last - startedAt, share)}, ${counts}, now ${operation} ${family}`;
      stream.write(`\r\u001b[K${line.slice(0, terminalWidth)}`);
    },
    end() {
      if (stream.isTTY) stream.write("\r\u001b[K");
    },
  };
}

function timeLeft(elapsedMs: number, share: number): string {
  if (share < minShare) return "";
  const seconds = Math.ceil(((elapsedMs / share) * (1 - share)) / 1_000);
  return seconds < 90 ? `, ${seconds} s left` : `, ${Math.round(seconds / 60)} min left`;
}
