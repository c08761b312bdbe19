/** How freely a text is read. */
export interface TextOptions {
  /** The types that the schema allows. @default any */
  types?: readonly string[] | undefined;
  /** Whether to take what only some servers take: `yes` and `1` for true, `null`, numbers such as `0x10`. @default false */
  lenient?: boolean | undefined;
}

/** The values that a text of a header or parameter may stand for, for text has no types. The text itself comes last. */
export function scalarsIn(text: string, { types = [], lenient = false }: TextOptions = {}): unknown[] {
  const values: unknown[] = [];
  const mayBe = (...names: string[]) => types.length === 0 || names.some((name) => types.includes(name));
  if (mayBe("integer", "number") && isNumber(text, lenient)) values.push(Number(text));
  if (mayBe("boolean")) {
    if (text === "true" || (lenient && /^(true|1|yes|on)$/i.test(text))) values.push(true);
    if (text === "false" || (lenient && /^(false|0|no|off)$/i.test(text))) values.push(false);
  }
  if (lenient && text === "null") values.push(null);
  if (lenient && text.trim() !== text) values.push(text.trim());
  return [...values, text];
}

/** The lists that several texts may stand for: of texts, and of what they look like. */
export function listsIn(texts: readonly string[], options?: TextOptions): unknown[][] {
  return [[...texts], texts.map((text) => scalarsIn(text, options)[0])];
}

function isNumber(text: string, lenient: boolean): boolean {
  if (lenient) return text.trim() !== "" && Number.isFinite(Number(text));
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text);
}
