import { type Pointer, valueAt, withValue } from "../../openapi/pointer.ts";
import { scalarsIn } from "../../openapi/text-values.ts";
import type { SchemaError, Validate } from "../model/schemas.ts";
import { inexpressible } from "./body-format.ts";

/** Texts that are read in other ways; the rest of a huge value is taken as it is. */
const maxTexts = 200;

/**
 * The errors that a value has in whatever way a server reads its texts: text has no types, so that 5 and "5" are the same
 * bytes, and an empty text may count as none.
 *
 * @param texts The locations of the values that are written as text.
 */
export function errorsOfText(value: unknown, texts: readonly Pointer[], validate: Validate): SchemaError[] {
  let read = value;
  let errors = validate(value);
  for (const location of texts.slice(0, maxTexts)) {
    if (errors.length === 0) break;
    for (const reading of readingsOf(valueAt(value, location))) {
      const changed = withValue(read, location, reading);
      const left = validate(changed);
      // A text of the right type shows better what is wrong.
      const isOfType = left.length === errors.length && isTyped(left, location) && !isTyped(errors, location);
      if (left.length < errors.length || isOfType) [read, errors] = [changed, left];
    }
  }
  const empty = texts.find((location) => valueAt(value, location) === "");
  return errors.length > 0 || empty === undefined
    ? errors
    : [cannotWrite(empty, "is empty, which may count as absent")];
}

/** The error of a value that a format cannot write, or that servers read differently. */
export function cannotWrite(path: Pointer, message: string): SchemaError {
  return { path, keyword: inexpressible, message, pointer: "" };
}

function isTyped(errors: readonly SchemaError[], location: Pointer): boolean {
  return errors.every(({ keyword, path }) => keyword !== "type" || path !== location);
}

function readingsOf(value: unknown): unknown[] {
  return value === "" ? [undefined] : scalarsIn(String(value), { lenient: true });
}
