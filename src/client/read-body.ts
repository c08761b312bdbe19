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

/** Reads a body to its end or to `maxBytes`. It does not throw: what was read may still tell something. */
export async function readBody({ body }: Response, maxBytes: number): Promise<Body> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const read: Body = { text: "", bytes: 0 };
  const reader = body?.getReader();
  try {
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      read.bytes += part.value.length;
      if (read.bytes > maxBytes) throw new RangeError(`maxResponseBytes is ${maxBytes}`);
      read.text += decoder.decode(part.value, { stream: true });
    }
    read.text += decoder.decode();
  } catch (cause) {
    reader?.cancel().catch(() => {});
    const problem = cause instanceof RangeError ? `is larger than ${maxBytes} bytes` : "broke off or is not UTF-8";
    return { ...read, problem, cause };
  }
  return read;
}
