/** Starts the folded lists of fields. Finding text in the page and links unfold them too. */
export function startFolds(): void {
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    if (target.matches(".fold")) fold(listOf(target), target.ariaExpanded === "true");
    if (target.dataset.action === "expand-all") {
      const isOpen = target.textContent === "Collapse all";
      for (const button of target.closest(".body")?.querySelectorAll(".fold") ?? []) {
        fold(listOf(button), isOpen);
      }
      target.textContent = isOpen ? "Expand all" : "Collapse all";
      target.ariaLabel = target.ariaLabel?.replace(/^\w+/, isOpen ? "Expand" : "Collapse") ?? null;
    }
  });
  // Browsers that can search in folded lists unfold what they found.
  document.addEventListener("beforematch", ({ target }) => fold(target as Element, false), true);
}

/** Unfolds everything that an element is in. */
export function unfold(element: Element): void {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at.hasAttribute("hidden")) fold(at, false);
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
}

function listOf(button: Element): Element | null {
  return button.nextElementSibling;
}

function fold(list: Element | null, isFolded: boolean): void {
  if (!list?.matches(".fields .fields")) return;
  if (isFolded) list.setAttribute("hidden", "until-found");
  else list.removeAttribute("hidden");
  list.previousElementSibling?.setAttribute("aria-expanded", String(!isFolded));
}
