/** What was read of an answer's body. */
export interface Body {
  /** The whole body as text; where `problem` is set, as much of it as was read. */
  text: string;
  /** Bytes after decompression, as far as they were read. */
  bytes: number;
  /** Why this is not the whole body, or not text. */
  problem?: string;
  cause?: unknown;
}

/** Reads a body to its end or to `maxBytes`. It does not throw: what was read may still tell something. */
export async function readBody(response: Response, maxBytes: number): Promise<Body> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  let problem: string | undefined;
  let cause: unknown;
  const reader = response.body?.getReader();
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      bytes += part.value.byteLength;
      if (bytes > maxBytes) {
        problem = `is larger than ${maxBytes} bytes (maxResponseBytes)`;
        void reader?.cancel().catch(() => {});
        break;
      }
      chunks.push(part.value);
    }
  } catch (error) {
    problem = "broke off";
    cause = error;
  }
  try {
    return { text: decode(chunks, problem === undefined), bytes, ...(problem && { problem, cause }) };
  } catch (error) {
    return { text: decode(chunks, false), bytes, problem: "is not UTF-8", cause: error };
  }
}

function decode(chunks: Uint8Array[], fatal: boolean): string {
  const decoder = new TextDecoder("utf-8", { fatal });
  let text = "";
  for (const chunk of chunks) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}
