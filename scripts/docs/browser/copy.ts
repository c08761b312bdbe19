const shownForMs = 2000;

/** Adds a copy button to each code block, which reports whether copying worked. */
export function startCopying(): void {
  for (const block of document.querySelectorAll<HTMLElement>(".code")) addCopyButton(block);
}

/** Adds a copy button to a code block, before it: what scrolls in the block does not move it. */
export function addCopyButton(block: HTMLElement): void {
  const label = block.ariaLabel ?? block.querySelector("pre")?.ariaLabel ?? "code";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy: ${label}`);
  const state = document.createElement("span");
  state.className = "visually-hidden";
  state.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    const done = await navigator.clipboard.writeText(textOf(block)).then(
      () => "Copied",
      () => "Not copied: select the text",
    );
    button.textContent = done;
    state.textContent = done;
    setTimeout(() => {
      button.textContent = "Copy";
      state.textContent = "";
    }, shownForMs);
  });
  const frame = document.createElement("div");
  frame.className = "frame-of-code";
  block.replaceWith(frame);
  frame.append(block, button, state);
}

/** Lines of JSON that fold have no line breaks between them. */
function textOf(block: HTMLElement): string {
  const text = block.textContent ?? "";
  return block.matches(".json") ? JSON.stringify(JSON.parse(text), null, 2) : text;
}
