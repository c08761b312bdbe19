/** The two forms of the reference: `explorer` is Redoc's, `list` is plain HTML. */
type View = "explorer" | "list";

/**
 * Shows Redoc's reference as soon as it is rendered, and lets the reader switch back to the list. A link to a field leads
 * to the list, where every field has its anchor.
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
  // Redoc renders what becomes visible, at any time.
  new MutationObserver(adjust).observe(redoc, { childList: true, subtree: true });
  new IntersectionObserver(([entry]) => {
    near = entry?.isIntersecting === true;
    redoc.toggleAttribute("data-near", near);
    adjust();
  }).observe(redoc);
}

/**
 * Opens the first operations when the reader gets there: Redoc shows operations only on a click.
 *
 * @returns Whether it is done or not needed.
 */
function showFirstOperations(redoc: HTMLElement): boolean {
  if (location.hash.startsWith("#/")) return true;
  const button = [...redoc.querySelectorAll("button")].find(({ textContent }) => textContent === "+ Show");
  if (!button) return false;
  // No extra step for the Back button.
  const { pushState } = history;
  history.pushState = history.replaceState;
  button.click();
  history.pushState = pushState;
  return true;
}
