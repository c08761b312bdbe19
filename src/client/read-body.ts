/** What was read of an answer's body. */
export interface Body {
  /** The body as text; where `problem` is set, as much of it as was read. */
  text: string;
  /** Bytes after decompression, as far as they were read. */
  bytes: number;
  /** Why this is not the whole body. */
  problem?: string;
  cause?: unknown;
}

/** Reads the parts of a body. */
export type BodyReader = ReadableStreamDefaultReader<Uint8Array>;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Reads a body to its end or to `maxBytes`. It does not throw: what was read may still tell something. */
export async function readBody(reader: BodyReader | undefined, maxBytes: number): Promise<Body> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      parts.push(part.value);
      bytes += part.value.length;
      if (bytes > maxBytes) throw new RangeError(`maxResponseBytes is ${maxBytes}`);
    }
    // All at once: a decoder that is fed part by part has no fast path in Node.
    return { text: utf8.decode(join(parts, bytes)), bytes };
  } catch (cause) {
    reader?.cancel().catch(() => {});
    const problem = cause instanceof RangeError ? `is larger than ${maxBytes} bytes` : "broke off or is not UTF-8";
    // Without the character that may be cut at its end.
    const text = new TextDecoder().decode(join(parts, bytes), { stream: true });
    return { text, bytes, problem, cause };
  }
}

function join(parts: readonly Uint8Array[], bytes: number): Uint8Array {
  const [first, second] = parts;
  if (first && !second) return first;
  const whole = new Uint8Array(bytes);
  let start = 0;
  for (const part of parts) {
    whole.set(part, start);
    start += part.length;
  }
  return whole;
}
