const shownForMs = 2000;

/** Adds a copy button to each code block, which reports whether copying worked. */
export function addCopyButtons(): void {
  for (const block of document.querySelectorAll<HTMLElement>(".code")) {
    const pre = block.querySelector("pre");
    if (!pre) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy: ${pre.getAttribute("aria-label") ?? "code"}`);
    const state = document.createElement("span");
    state.className = "visually-hidden";
    state.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      const done = await navigator.clipboard.writeText(pre.textContent ?? "").then(
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
    block.append(button, state);
  }
}
