import { coerced, mended, received, step } from "../change.ts";
import type { JsonObject } from "../core/document.ts";
import { Refusal } from "../core/message.ts";
import type { Change } from "../fault.ts";

const lenient = (parse: (text: string) => unknown) => (text: string) => parseOr(text, () => parse(text));

/** What providers wrongly read as JSON, or fail over. */
export const bodySyntax: Record<string, Change> = {
  "closes what a cut body left open": mended((text) => `${text}}`),
  "reads the values before the cut": mended((text) => text.replace(/,\s*"\w*("\s*(:\s*("[^"]*)?)?)?$/, "}")),
  "a trailing comma in an object": mended((text) => text.replace(/,(\s*\})/g, "$1")),
  "a trailing comma in an array": mended((text) => text.replace(/,(\s*\])/g, "$1")),
  "a missing comma between properties": mended((text) => text.replace(/("|\d|true|false)(\s+")(?=\w+"\s*:)/g, "$1,$2")),
  "comments of a line": mended((text) => text.replace(/\/\/ .*$/gm, "")),
  "comments in a block": mended((text) => text.replace(/\/\*.*?\*\//gs, "")),
  "comments with a hash": mended((text) => text.replace(/^#.*$/gm, "")),
  "single quotes": mended((text) => (text.includes('"') ? text : text.replaceAll("'", '"'))),
  "names without quotes": mended((text) => text.replace(/([{,]\s*)(\w+)(\s*:)/g, '$1"$2"$3')),
  "NaN and Infinity as null": mended((text) => text.replace(/:\s*(NaN|-?Infinity)/g, ":null")),
  "a property of no value is left out": mended((text) =>
    text.replace(/"\w+"\s*:\s*(NaN|undefined|-?Infinity)\s*,/g, ""),
  ),
  "literals in any case": mended((text) => text.replace(/:\s*(True|TRUE)\b/g, ":true")),
  "a plus sign and leading zeros": mended((text) => text.replace(/:\s*(\+|0+(?=[1-9]))(\d)/g, ":$2")),
  "a name twice, the last counts": step("parse", lenient),
  "a name twice, the first counts": mended(withoutRepeats),
  "a byte order mark": mended((text) => text.replace(/^\uFEFF/, "")),
  "invalid UTF-8 is replaced": step("decode", () => (bytes) => bytes.toString()),
  "invalid UTF-8 is read as Latin-1": step("decode", (decode) => (bytes) => {
    try {
      return decode(bytes);
    } catch {
      return bytes.toString("latin1");
    }
  }),
  "overlong and surrogate UTF-8 is skipped": step("decode", () => (bytes) => bytes.toString().replaceAll("\uFFFD", "")),
  "UTF-16": step("decode", (decode) => (bytes) => (bytes[1] === 0 ? bytes.toString("utf16le") : decode(bytes))),
  "a NUL byte at the end": mended((text) => text.replace(/\0+$/, "")),
  "everything after a NUL byte is left out": mended((text) => text.replace(/\0.*$/s, "")),
  "control characters in strings": mended((text) =>
    text.replace(/"(?:[^"\\]|\\.)*"/gs, (string) => string.replace(/[\n\t\r]/g, "\\n")),
  ),
  "half a surrogate pair": mended((text) => text.replace(/\\ud[89a-f][0-9a-f]{2}(?!\\u)/gi, "?")),
  "unknown escapes": mended((text) => text.replace(/\\([^"\\/bfnrtu])/g, "$1")),
  "bytes after the value": mended((text) => /^\s*\{.*\}/s.exec(text)?.[0] ?? text),
  "a second value after the first": mended((text) => text.replace(/\}\s*\{.*$/s, "}")),
  "an array of one object": coerced("", (body) => (Array.isArray(body) && body.length === 1 ? body[0] : body)),
  "JSON in a string": coerced("", (body) => (typeof body === "string" ? parseOr(body, () => body) : body)),
  "an object under a name": coerced<JsonObject>("", (body) => body?.data ?? body),
  "deep nesting makes it fail": mended((text) => {
    if (/[[{]{500}/.test(text)) throw new Error("Maximum call stack size exceeded");
    return text;
  }),
  "deep nesting ends the connection": step("send", (send) => (reply, response, request) => {
    if (/[[{]{500}/.test(request.body.toString("latin1"))) response.socket?.destroy();
    else send(reply, response, request);
  }),
  "a broken body ends the connection": step("send", (send) => (reply, response, request) => {
    if (reply.status === 400 && request.body.length > 0) response.socket?.destroy();
    else send(reply, response, request);
  }),
  "a body that is too short waits for the rest": step("respond", (respond) => async (provider, request) => {
    const text = request.body.toString().trim();
    if (text.startsWith("{") && !text.endsWith("}")) await until(provider.closing);
    return respond(provider, request);
  }),
};

/** What an empty body, or one of null, is read as. */
export function emptyBodies(example: object): Record<string, Change> {
  return {
    "an empty body is the documented example": received((request) =>
      request.body.length > 0 ? request : { ...request, body: Buffer.from(JSON.stringify(example)) },
    ),
    "white space is the documented example": mended((text) => (/^\s+$/.test(text) ? JSON.stringify(example) : text)),
    "null is the documented example": coerced("", (body) => body ?? example),
    "an empty array is the documented example": coerced("", (body) =>
      Array.isArray(body) && !body[0] ? example : body,
    ),
    "an empty object is the documented example": coerced<object>("", (body) =>
      body && Object.keys(body).length === 0 && !Array.isArray(body) ? example : body,
    ),
    "a prototype is polluted": polluting(),
  };
}

/** What one request sends as `__proto__` is what later ones leave out. */
function polluting(): Change {
  return (provider) => {
    const polluted: JsonObject = {};
    return coerced<JsonObject>("", (body) => {
      if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
      const { ["__proto__"]: prototype, ...own } = body;
      if (Object.hasOwn(body, "__proto__")) Object.assign(polluted, prototype);
      return { ...polluted, ...own };
    })(provider);
  };
}

function parseOr(text: string, otherwise: () => unknown): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise();
  }
}

/** Keeps the first of each two properties of a name, on the highest level. */
function withoutRepeats(text: string): string {
  const seen = new Set<string>();
  const kept = text.replace(/"(\w+)"\s*:\s*("(?:[^"\\]|\\.)*"|true|false|null|-?[\d.]+)\s*,?/g, (all, name) => {
    if (seen.has(name)) return "";
    seen.add(name);
    return all;
  });
  return kept.replace(/,\s*\}/, "}");
}

function until(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(new Refusal(400, "The server closes.")));
  });
}
