import { UserError } from "../../internal/user-error.ts";
import type { Exchange } from "../http/client.ts";
import type { Header } from "../http/request.ts";

/** A call of a recording. */
export interface RecordedExchange {
  /** Scheme, host and port. */
  origin: string;
  exchange: Exchange;
}

/** http://www.softwareishard.com/blog/har-12-spec/ */
interface HarEntry {
  request: {
    method: string;
    url: string;
    headers: HarHeader[];
    postData?: { text?: string; mimeType?: string; encoding?: string };
  };
  response: { status: number; headers: HarHeader[]; content?: { text?: string; encoding?: string; mimeType?: string } };
  time?: number;
  startedDateTime?: string;
}

interface HarHeader {
  name: string;
  value: string;
}

/**
 * Reads the calls of a HAR 1.2 recording.
 *
 * @throws {UserError} exit code 2, if it is not one.
 */
export function readHar(data: unknown): RecordedExchange[] {
  const entries = (data as { log?: { entries?: unknown } } | null)?.log?.entries;
  if (!Array.isArray(entries)) throw new UserError("The recording is not a HAR 1.2 file: it has no log.entries.", 2);
  return entries.map((entry, index) => {
    try {
      return readEntry(entry as HarEntry);
    } catch (cause) {
      throw new UserError(`Entry ${index + 1} of the recording cannot be read: ${(cause as Error).message}`, 2, {
        cause,
      });
    }
  });
}

function readEntry({ request, response, time = 0, startedDateTime = "" }: HarEntry): RecordedExchange {
  const url = new URL(request.url);
  const body =
    request.postData?.text === undefined ? undefined : decode(request.postData.text, request.postData.encoding);
  const hasResponse = response.status > 0;
  return {
    origin: url.origin,
    exchange: {
      request: {
        method: request.method.toUpperCase(),
        target: url.pathname + url.search,
        headers: headersOf(request.headers),
        body,
      },
      // Recorders store the decoded content, but the original headers.
      response: hasResponse
        ? {
            status: response.status,
            headers: withoutCodings(headersOf(response.headers)),
            body: decode(response.content?.text ?? "", response.content?.encoding),
            problems: [],
          }
        : undefined,
      failure: hasResponse ? undefined : { kind: "closed", message: "the recording has no response" },
      sentAt: Date.parse(startedDateTime) || undefined,
      durationMs: time,
    },
  };
}

function headersOf(headers: HarHeader[]): Header[] {
  // HTTP/2 pseudo-headers such as :path are not headers.
  return headers.filter(({ name }) => !name.startsWith(":")).map(({ name, value }) => [name, value]);
}

function withoutCodings(headers: Header[]): Header[] {
  return headers.filter(([name]) => !/^(content-encoding|transfer-encoding|content-length)$/i.test(name));
}

function decode(text: string, encoding: string | undefined): Buffer {
  return Buffer.from(text, encoding === "base64" ? "base64" : "utf8");
}
