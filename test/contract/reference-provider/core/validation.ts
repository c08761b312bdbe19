import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Document } from "./document.ts";
import type { Violation } from "./message.ts";

const known = new WeakMap<Document, Ajv2020>();

/** What is wrong with a value by a schema of the document. */
export function violations(document: Document, pointer: string, value: unknown): Violation[] {
  const validate = validatorsOf(document).getSchema(`document#${encodeURI(pointer)}`);
  if (!validate) throw new Error(`The document has no schema at ${pointer}.`);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message = "is wrong" }) => ({ pointer: instancePath, message }));
}

/** One set for a document, as compiling its schemas takes most of the time that a provider needs to start. */
function validatorsOf(document: Document): Ajv2020 {
  const earlier = known.get(document);
  if (earlier) return earlier;
  const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true, ownProperties: true });
  addFormats.default(ajv);
  for (const [name, pattern] of Object.entries(stricter)) {
    const format = ajv.formats[name];
    const wide = typeof format === "object" && "validate" in format ? format.validate : format;
    ajv.addFormat(name, (text: string) => pattern.test(text) && passes(wide, text));
  }
  ajv.addSchema(document, "document");
  known.set(document, ajv);
  return ajv;
}

/** What ajv-formats lets pass and the RFCs do not: `urn:uuid:`, a space for the T, an offset without its colon. */
const stricter = {
  uuid: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i,
};

function passes(check: unknown, text: string): boolean {
  if (check instanceof RegExp) return check.test(text);
  return typeof check !== "function" || Boolean(check(text));
}
