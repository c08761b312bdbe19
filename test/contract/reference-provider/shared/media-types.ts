import { received, receivedHeader, step } from "../change.ts";
import type { JsonObject } from "../core/document.ts";
import { headerOf, withHeader } from "../core/message.ts";
import type { Change } from "../fault.ts";

/** What providers wrongly accept as the media type or the encoding of a body. */
export const mediaTypes: Record<string, Change> = {
  "any media type": accepted(() => true),
  "a missing media type": accepted((type) => type === undefined),
  "a media type of no meaning": accepted((type) => type !== undefined && !type.includes("/")),
  "text/plain": accepted((type) => /^text\/plain/.test(type ?? "")),
  "text/json": accepted((type) => type === "text/json"),
  "any text": accepted((type) => /^text\//.test(type ?? "")),
  "any application type": accepted((type) => /^application\//.test(type ?? "")),
  "application/octet-stream": accepted((type) => type === "application/octet-stream"),
  "a media type that only starts right": accepted((type) => /^application\/json/.test(type ?? "")),
  "a media type that has json in it": accepted((type) => /json/i.test(type ?? "")),
  "another type of JSON syntax": accepted((type) => /\+json$/.test(type ?? "")),
  "a list of media types": accepted((type) => /^application\/json,/.test(type ?? "")),
  "the charset of another encoding": accepted((type) => /^application\/json; ?charset=/i.test(type ?? "")),
  "JSON under the media type of a form": accepted((type) => type === "application/x-www-form-urlencoded"),
  "JSON under a multipart media type": accepted((type) => /^multipart\//.test(type ?? "")),
  "JSON under application/xml": accepted((type) => type === "application/xml"),
  "a form": received((request) => {
    if (headerOf(request, "Content-Type") !== "application/x-www-form-urlencoded") return request;
    const headers = withHeader(request.headers, "Content-Type", "application/json");
    return { ...request, headers, body: Buffer.from(fromForm(request.body.toString())) };
  }),
  "an unknown content encoding": receivedHeader("Content-Encoding", () => undefined),
  "a content encoding that the body has not": receivedHeader("Content-Encoding", (name) =>
    name === "gzip" ? undefined : name,
  ),
  "a wrong media type ends in a failure": step("checkMediaType", (check) => (request, types) => {
    try {
      check(request, types);
    } catch {
      throw new Error("Cannot read properties of undefined (reading 'name')");
    }
  }),
};

/** Bodies of another media type are not looked at: whatever they say, the answer is the one to the example. */
export function skippedValidation(example: object): Change {
  return received((request) => {
    const type = headerOf(request, "Content-Type");
    if (request.method !== "POST" || type === undefined || /json/i.test(type)) return request;
    const headers = withHeader(request.headers, "Content-Type", "application/json");
    return { ...request, headers, body: Buffer.from(JSON.stringify(example)) };
  });
}

/** Lets a request pass whatever its media type is good for. */
function accepted(test: (type: string | undefined) => boolean): Change {
  return step("checkMediaType", (check) => (request, types) => {
    if (test(headerOf(request, "Content-Type"))) return;
    check(request, types);
  });
}

/** The fields of a form as JSON, each as JSON where it is some. */
function fromForm(form: string): string {
  const body: JsonObject = {};
  for (const [name, value] of new URLSearchParams(form)) {
    try {
      body[name] = JSON.parse(value);
    } catch {
      body[name] = value;
    }
  }
  return JSON.stringify(body);
}
