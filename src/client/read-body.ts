/** A response body, as far as it was read. */
export interface Body {
  /** The body as text; if `problem` is set, only the part that was read. */
  text: string;
  /** Bytes read, after decompression. */
  bytes: number;
  /** Why this is not the complete body; continues `a body that …`. */
  problem?: string;
  cause?: unknown;
}

/** Reads the chunks of a body. */
export type BodyReader = ReadableStreamDefaultReader<Uint8Array>;

/** Created when first used: jsdom has no TextDecoder, and a module that is only imported must load there. */
let utf8: TextDecoder;

/** Reads a body to its end or up to `maxBytes`. Never throws: an error shows the part that was read. */
export async function readBody(reader: BodyReader | undefined, maxBytes: number): Promise<Body> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
      chunks.push(chunk.value);
      bytes += chunk.value.length;
      if (bytes > maxBytes) throw new RangeError(`is larger than ${maxBytes} bytes`);
    }
    // Decodes all at once: streaming decoders have no fast path in Node.
    utf8 ??= new TextDecoder("utf-8", { fatal: true });
    return { text: utf8.decode(join(chunks, bytes)), bytes };
  } catch (cause) {
    reader?.cancel().catch(() => {});
    const problem = cause instanceof RangeError ? cause.message : "is incomplete or not UTF-8";
    // Drops the last character if it is incomplete.
    const text = new TextDecoder().decode(join(chunks, bytes), { stream: true });
    return { text, bytes, problem, cause };
  }
}

function join(chunks: readonly Uint8Array[], bytes: number): Uint8Array {
  const whole = new Uint8Array(bytes);
  let start = 0;
  for (const chunk of chunks) {
    whole.set(chunk, start);
    start += chunk.length;
  }
  return whole;
}
