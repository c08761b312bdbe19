import { coerced, refused, turnedAway } from "../change.ts";
import type { JsonObject } from "../core/document.ts";
import { headerOf } from "../core/message.ts";
import { type Fault, faultsOf } from "../fault.ts";

interface Body {
  root_clip_id: string;
  name: string;
  description: string;
  clips: string[];
  is_public: boolean;
}

const clip = "54834687-5e79-4f08-8e14-cf188f15b598";

const required = faultsOf("persona", "request-required", {
  "root_clip_id may be missing": coerced("root_clip_id", (value = clip) => value),
  "name may be missing": coerced("name", (value = "") => value),
  "description may be missing": coerced("description", (value = "") => value),
  "clips may be missing": coerced("clips", (value = []) => value),
  "is_public may be missing": coerced("is_public", (value = false) => value),
  "everything may be missing": coerced<Partial<Body>>("", (body) => (isEmpty(body) ? documented : body)),
  "root_clip_id is taken from clips": coerced<Partial<Body>>("", (body) => ({
    root_clip_id: body?.clips?.[0],
    ...body,
  })),
  "clips is taken from root_clip_id": coerced<Partial<Body>>("", (body) => ({ clips: [body?.root_clip_id], ...body })),
  "name may be called title": coerced<JsonObject>("", (body) => ({ name: body?.title, ...body })),
  "names in camel case": coerced<JsonObject>("", (body) => ({
    is_public: body?.isPublic,
    root_clip_id: body?.rootClipId,
    ...body,
  })),
  "names in any case": coerced<JsonObject>("", (body) => ({ name: body?.Name ?? body?.NAME, ...body })),
});

const types = faultsOf("persona", "request-types", {
  "a number is a name": coerced("name", (value) => (typeof value === "number" ? String(value) : value)),
  "a boolean is a name": coerced("name", (value) => (typeof value === "boolean" ? String(value) : value)),
  "null is a name": coerced("name", (value) => (value === null ? "" : value)),
  "a list of one is a name": coerced("name", (value) =>
    Array.isArray(value) && value.length === 1 ? value[0] : value,
  ),
  "a list is a name": coerced("name", (value) => (Array.isArray(value) ? value.join() : value)),
  "an object is a name": coerced("name", (value) => (isObject(value) ? JSON.stringify(value) : value)),
  "null is a description": coerced("description", (value) => (value === null ? "" : value)),
  "a number is a description": coerced("description", (value) => (typeof value === "number" ? `${value}` : value)),
  "a list of lines is a description": coerced("description", (value) =>
    Array.isArray(value) ? value.join("\n") : value,
  ),
  "the string true is a boolean": coerced("is_public", (value) => (value === "true" ? true : value)),
  "the string false is a boolean": coerced("is_public", (value) => (value === "false" ? false : value)),
  "the string yes is a boolean": coerced("is_public", (value) => (value === "yes" || value === "on" ? true : value)),
  "1 is a boolean": coerced("is_public", (value) => (value === 1 ? true : value)),
  "0 is a boolean": coerced("is_public", (value) => (value === 0 ? false : value)),
  "null is a boolean": coerced("is_public", (value) => (value === null ? false : value)),
  "an empty string is a boolean": coerced("is_public", (value) => (value === "" ? false : value)),
  "any string is a boolean": coerced("is_public", (value) => (typeof value === "string" ? value.length > 0 : value)),
  "a list or an object is a boolean": coerced("is_public", (value) =>
    typeof value === "object" && value ? true : value,
  ),
  "a string is a list of clips": coerced("clips", (value) => (typeof value === "string" ? [value] : value)),
  "a list in a string is a list of clips": coerced("clips", (value) =>
    typeof value === "string" ? value.split(/, ?/) : value,
  ),
  "null is a list of clips": coerced("clips", (value) => (value === null ? [] : value)),
  "an object is a list of clips": coerced("clips", (value) =>
    isObject(value) ? Object.values(value as object) : value,
  ),
  "false is a list of clips": coerced("clips", (value) => (value === false ? [] : value)),
  "null among the clips is left out": coerced("clips", (value) =>
    Array.isArray(value) ? value.filter((id) => id !== null) : value,
  ),
  "whatever is no string among the clips is left out": coerced("clips", (value) =>
    Array.isArray(value) ? value.filter((id) => typeof id === "string") : value,
  ),
  "clips among the clips are unfolded": coerced("clips", (value) => (Array.isArray(value) ? value.flat() : value)),
  "a clip of the list may be an object": coerced<unknown>("clips/*", (value) =>
    isObject(value) ? (value as JsonObject).id : value,
  ),
  "a list of one is a root clip": coerced("root_clip_id", (value) => (Array.isArray(value) ? value[0] : value)),
  "null is a root clip": coerced("root_clip_id", (value) => (value === null ? clip : value)),
  "a number is a root clip": coerced("root_clip_id", (value) => (typeof value === "number" ? clip : value)),
  "an object is a root clip": coerced("root_clip_id", (value) => (isObject(value) ? clip : value)),
});

const constraints = faultsOf("persona", "request-constraints", {
  "an empty root clip": id((value) => (value === "" ? clip : value)),
  "a root clip in braces": id((value) => value.replace(/^\{(.*)\}$/, "$1")),
  "a root clip with urn:uuid:": id((value) => value.replace(/^urn:uuid:/i, "")),
  "a root clip without hyphens": id((value) =>
    value.replace(/^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i, "$1-$2-$3-$4-$5"),
  ),
  "a root clip with hyphens elsewhere": id((value) => (value.replaceAll("-", "").length === 32 ? clip : value)),
  "a root clip between spaces": id((value) => value.trim()),
  "a root clip that ends in a line break": id((value) => value.replace(/\n$/, "")),
  "a root clip of any 36 characters": id((value) => (value.length === 36 && !isUuid(value) ? clip : value)),
  "a root clip of any letters and hyphens": id((value) =>
    /^\w{8}(-\w{4}){3}-\w{12}$/.test(value) && !isUuid(value) ? clip : value,
  ),
  "a root clip with more after it": id((value) => (isUuid(value.slice(0, 36)) ? value.slice(0, 36) : value)),
  "a root clip with more before it": id((value) => (isUuid(value.slice(-36)) ? value.slice(-36) : value)),
  "a root clip that is too short": id((value) => (/^[0-9a-f-]{30,35}$/.test(value) ? clip : value)),
  "a root clip of digits of other scripts": id((value) =>
    value.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)),
  ),
  "a URL of the root clip": id((value) => (value.startsWith("https://") ? clip : value)),
  "a root clip in the form of a name": id((value) => (/^\w+$/.test(value) ? clip : value)),
  "any root clip": id((value) => (isUuid(value) ? value : clip)),
  "clips without a format": coerced<unknown>("clips/*", (value) =>
    typeof value === "string" && !isUuid(value) ? clip : value,
  ),
  "an empty clip among the clips": coerced("clips", (value) =>
    Array.isArray(value) ? value.filter((id) => id !== "") : value,
  ),
  "all clips but the first without a format": coerced("clips", (value) =>
    Array.isArray(value)
      ? value.map((id, index) => (index > 0 && typeof id === "string" && !isUuid(id) ? clip : id))
      : value,
  ),
  "all clips but the last without a format": coerced("clips", (value) =>
    Array.isArray(value)
      ? value.map((id, index) => (index < value.length - 1 && typeof id === "string" && !isUuid(id) ? clip : id))
      : value,
  ),
  "clips between spaces": coerced<unknown>("clips/*", (value) => (typeof value === "string" ? value.trim() : value)),
});

const validRefused = faultsOf("persona", "valid-refused", {
  "an empty name": refused<Body>(({ name }) => name === ""),
  "a name of spaces": refused<Body>(({ name }) => name.trim() === "" && name !== ""),
  "a name of one character": refused<Body>(({ name }) => name.length === 1),
  "a name of more than 50 characters": refused<Body>(({ name }) => name.length > 50),
  "a name of more than 255 characters": refused<Body>(({ name }) => name.length > 255),
  "a name of more than 5000 characters": refused<Body>(({ name }) => name.length > 5000, 413),
  "a name beyond ASCII": refused<Body>(({ name }) => /[^\0-\x7f]/.test(name)),
  "a name with an emoji": refused<Body>(({ name }) => /\p{Extended_Pictographic}/u.test(name)),
  "a name with a line break": refused<Body>(({ name }) => name.includes("\n")),
  "a name with a control character": refused<Body>(({ name }) => /(?![\t\r\n])\p{Cc}/u.test(name)),
  "a name with quotes": refused<Body>(({ name }) => /["']/.test(name), 400),
  "a name with a tag": refused<Body>(({ name }) => /<\w/.test(name), 403),
  "a name of digits": refused<Body>(({ name }) => /^\d+$/.test(name)),
  "the name null": refused<Body>(({ name }) => name === "null"),
  "a name that another persona has": (provider) => {
    const names = new Set<string>();
    return refused<Body>(({ name }) => names.size === names.add(name).size, 409)(provider);
  },
  "an empty description": refused<Body>(({ description }) => description === ""),
  "a description of more than 1000 characters": refused<Body>(({ description }) => description.length > 1000),
  "a description with a line break": refused<Body>(({ description }) => description.includes("\n")),
  "no clips": refused<Body>(({ clips }) => clips.length === 0),
  "two clips": refused<Body>(({ clips }) => clips.length === 2),
  "a clip twice": refused<Body>(({ clips }) => new Set(clips).size < clips.length),
  "more than ten clips": refused<Body>(({ clips }) => clips.length > 10),
  "is_public that is false": refused<Body>(({ is_public }) => !is_public),
  "a root clip in capitals": refused<Body>(({ root_clip_id }) => root_clip_id !== root_clip_id.toLowerCase()),
  "clips in capitals": refused<Body>(({ clips }) => clips.some((id) => id !== id.toLowerCase())),
  "an unknown property": refused((body) => Object.keys(body).length > 5, 400),
  "properties in another order": refused((body) => Object.keys(body)[0] !== "root_clip_id", 400),
  "no credentials": turnedAway((request) => headerOf(request, "Authorization") === undefined, 401),
  "more than fifty unknown properties": refused((body) => Object.keys(body).length > 55, 413),
});

export const personaRequestFaults: Fault[] = [...required, ...types, ...constraints, ...validRefused];

const documented: Body = { root_clip_id: clip, name: "", description: "", clips: [clip], is_public: false };

function id(edit: (value: string) => string) {
  return coerced<unknown>("root_clip_id", (value) => (typeof value === "string" ? edit(value) : value));
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return isObject(value) && Object.keys(value as object).length === 0;
}
