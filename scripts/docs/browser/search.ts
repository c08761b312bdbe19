/**
 * Makes Redoc's search accessible: it opens from a button of the page and by keyboard from its own box, is announced as a
 * dialog, and returns the focus when it closes.
 */
export function startSearch(redoc: HTMLElement, button: HTMLElement): void {
  let opener: HTMLElement | undefined;
  button.addEventListener("click", () => {
    opener = button;
    boxOf(redoc)?.click();
  });
  new MutationObserver(() => {
    const box = boxOf(redoc);
    if (!box) return;
    button.hidden = false;
    makeReachable(box);
  }).observe(redoc, { childList: true, subtree: true });
  // While open, the search is at the end of the body.
  new MutationObserver(() => {
    const overlay = document.body.querySelector<HTMLElement>(":scope > .overlay");
    if (!overlay) {
      opener?.focus();
      opener = undefined;
    } else if (overlay.role !== "dialog") makeDialog(overlay);
  }).observe(document.body, { childList: true });

  function makeReachable(box: HTMLElement): void {
    if (box.tabIndex === 0) return;
    box.tabIndex = 0;
    box.setAttribute("role", "button");
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      opener = box;
      box.click();
    });
  }
}

function makeDialog(overlay: HTMLElement): void {
  overlay.setAttribute("role", "dialog");
  overlay.setAttribute("aria-modal", "true");
  overlay.setAttribute("aria-label", "Search");
  const nameParts = () => {
    overlay.querySelector("input")?.setAttribute("aria-label", "Search the docs");
    // Otherwise they would be a second header and footer of the page.
    for (const part of overlay.querySelectorAll("header, footer")) part.setAttribute("role", "presentation");
    for (const button of overlay.querySelectorAll("button")) {
      if (!button.textContent) button.setAttribute("aria-label", "Clear the search");
    }
  };
  nameParts();
  new MutationObserver(nameParts).observe(overlay, { childList: true, subtree: true });
}

function boxOf(redoc: HTMLElement): HTMLElement | undefined {
  return redoc.querySelector<HTMLElement>("[data-testid=search-trigger] > *") ?? undefined;
}
