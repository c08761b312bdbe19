import type { WrongPlace } from "./locate.ts";

/** Starts the marking of wrong places: the text is repeated behind the text area, where parts of it can have a color. */
export function startEditor(editor: HTMLElement): void {
  const { area, backdrop } = partsOf(editor);
  area.addEventListener("scroll", () => backdrop.scrollTo(area.scrollLeft, area.scrollTop));
}

/** Marks the wrong place of the text; undefined: none. */
export function markWrongPlace(editor: HTMLElement, wrong: WrongPlace | undefined): void {
  const { area, backdrop } = partsOf(editor);
  area.ariaInvalid = String(wrong !== undefined);
  backdrop.replaceChildren();
  if (!wrong) return;
  const { value } = area;
  const { start, end } = wrong;
  const lineStart = value.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = `${value}\n`.indexOf("\n", end);
  const mark = document.createElement("mark");
  mark.textContent = value.slice(start, end);
  const line = document.createElement("span");
  line.className = "line";
  line.append(value.slice(lineStart, start), mark, value.slice(end, lineEnd));
  backdrop.append(value.slice(0, lineStart), line, `${value.slice(lineEnd)}\n`);
  backdrop.scrollTo(area.scrollLeft, area.scrollTop);
}

/** Moves the cursor to the wrong place. */
export function goToWrongPlace(editor: HTMLElement, { start }: WrongPlace): void {
  const { area } = partsOf(editor);
  area.focus();
  area.setSelectionRange(start, start);
}

function partsOf(editor: HTMLElement) {
  const area = editor.querySelector("textarea");
  const backdrop = editor.querySelector("pre");
  if (!area || !backdrop) throw new Error("An editor has a text area and a backdrop.");
  return { area, backdrop };
}
