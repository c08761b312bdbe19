/** A piece of HTML, safe to insert into another. */
export interface Html {
  readonly html: string;
}

type Value = string | number | Html | undefined | false | readonly Value[];

/** HTML from a template literal. Escapes strings; inserts pieces of HTML and lists of them unchanged. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return raw(strings.reduce((text, string, index) => text + render(values[index - 1]) + string));
}

/** Marks a string as HTML. */
export function raw(text: string): Html {
  return { html: text };
}

function render(value: Value): string {
  if (value === undefined || value === false) return "";
  if (Array.isArray(value)) return value.map(render).join("");
  return typeof value === "object" ? (value as Html).html : escapeHtml(String(value));
}

/** Escapes a string for text and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
