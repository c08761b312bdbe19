/** The two forms of the reference: `explorer` is Redoc's, `list` the plain one that the page is sent with. */
type View = "explorer" | "list";

/**
 * Shows the reference as Redoc renders it, as soon as that is there, and lets the reader go back to the list. A link to a
 * field leads to the list, where every field has its anchor.
 */
export function startViews(redoc: HTMLElement, list: HTMLElement, switches: HTMLElement): void {
  const show = (view: View) => {
    document.documentElement.dataset.view = view;
    for (const button of switches.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.dataset.view === view));
    }
  };
  const follow = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (location.hash.startsWith("#/")) show("explorer");
    else if (target && list.contains(target)) {
      show("list");
      target.scrollIntoView();
    }
  };
  switches.addEventListener("click", (event) => {
    const { view } = (event.target as HTMLElement).dataset;
    if (view) show(view as View);
  });
  addEventListener("hashchange", follow);

  let near = false;
  let expanded = false;
  const adjust = () => {
    if (near && !expanded) expanded = showFirstOperations(redoc);
    if (!switches.hidden || redoc.childElementCount === 0) return;
    switches.hidden = false;
    show("explorer");
    follow();
  };
  // Redoc renders what comes into sight, whenever that is.
  new MutationObserver(adjust).observe(redoc, { childList: true, subtree: true });
  new IntersectionObserver(([entry]) => {
    near = entry?.isIntersecting === true;
    redoc.toggleAttribute("data-near", near);
    adjust();
  }).observe(redoc);
}

/**
 * Redoc shows its operations on a click. The first are shown when the reader comes there; the address follows.
 *
 * @returns Whether that is done, or not needed.
 */
function showFirstOperations(redoc: HTMLElement): boolean {
  if (location.hash.startsWith("#/")) return true;
  const button = [...redoc.querySelectorAll("button")].find(({ textContent }) => textContent === "+ Show");
  if (!button) return false;
  // No step of its own for the Back button.
  const { pushState } = history;
  history.pushState = history.replaceState;
  button.click();
  history.pushState = pushState;
  return true;
}
