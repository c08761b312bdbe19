/** Decodes a chunked body: https://www.rfc-editor.org/rfc/rfc9112#section-7.1 */
export interface ChunkReader {
  /** Reads more bytes. True after the last chunk and the trailer. */
  push(data: Buffer): boolean;
  /** The content so far. */
  readonly parts: Buffer[];
  /** Bytes after the end. */
  rest(): Buffer;
  /** What is wrong with the coding; reading stops there. */
  readonly problem: string | undefined;
}

/** Starts to read a chunked body. */
export function readChunks(): ChunkReader {
  const parts: Buffer[] = [];
  let pending = Buffer.alloc(0);
  let left = 0;
  let stage: "size" | "data" | "data-end" | "trailer" | "done" = "size";
  let problem: string | undefined;

  const takeLine = (): string | undefined => {
    const end = pending.indexOf("\n");
    if (end < 0) return undefined;
    const line = pending.toString("latin1", 0, end).replace(/\r$/, "");
    pending = pending.subarray(end + 1);
    return line;
  };
  const step = (): boolean => {
    if (stage === "data") {
      const part = pending.subarray(0, left);
      if (part.length > 0) parts.push(part);
      pending = pending.subarray(part.length);
      left -= part.length;
      if (left === 0) stage = "data-end";
      return left === 0;
    }
    const line = takeLine();
    if (line === undefined) return false;
    if (stage === "size") {
      const [, digits] = /^([\da-f]{1,12})\s*(;.*)?$/i.exec(line) ?? [];
      if (digits === undefined)
        problem = `a chunk size is not a hexadecimal number: ${JSON.stringify(line.slice(0, 40))}`;
      left = Number.parseInt(digits ?? "0", 16);
      stage = left === 0 ? "trailer" : "data";
    } else if (stage === "data-end") {
      if (line !== "") problem = "a chunk is longer than its size";
      stage = "size";
    } else if (line === "") stage = "done";
    return true;
  };
  return {
    parts,
    push(data) {
      pending = pending.length === 0 ? Buffer.from(data) : Buffer.concat([pending, data]);
      while (problem === undefined && stage !== "done" && step());
      return problem !== undefined || stage === "done";
    },
    rest: () => (stage === "done" ? pending : Buffer.alloc(0)),
    get problem() {
      return problem;
    },
  };
}
