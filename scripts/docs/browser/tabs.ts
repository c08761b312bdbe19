/**
 * Starts the tabs, with the keys of https://www.w3.org/WAI/ARIA/apg/patterns/tabs. A choice is kept in the hash, and one of
 * a sample applies to all samples.
 */
export function startTabs(): void {
  document.addEventListener("click", ({ target }) => {
    const tab = target instanceof Element && target.closest<HTMLElement>("[role=tab]");
    if (tab) choose(tab);
  });
  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || target.role !== "tab") return;
    const tabs = tabsOf(target.parentElement);
    const index = tabs.indexOf(target);
    const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: -1 }[key];
    if (to === undefined) return;
    event.preventDefault();
    const tab = tabs.at(to % tabs.length);
    tab?.focus();
    if (tab) choose(tab);
  });
}

/** Shows the panel that the element is or is inside, in its tab list; a sample in all. */
export function showPanel(element: Element): void {
  const panel = element.closest(".panel");
  const tab = panel && document.getElementById(`${panel.id}.tab`);
  if (tab) select(tab);
}

function choose(tab: HTMLElement): void {
  const before = tab.getBoundingClientRect().top;
  select(tab);
  // Lists above may have changed their height.
  scrollBy(0, tab.getBoundingClientRect().top - before);
  history.replaceState(null, "", `#${encodeURI(tab.getAttribute("aria-controls") ?? "")}`);
}

function select(tab: HTMLElement): void {
  const { group } = tab.closest<HTMLElement>(".tabs")?.dataset ?? {};
  const isShared = group === "samples";
  const lists = isShared ? document.querySelectorAll(`[data-group=${group}]`) : [tab.closest(".tabs")];
  for (const list of lists) {
    const tabs = tabsOf(list);
    const chosen = tabs.find((other) => other === tab) ?? tabs.find((other) => other.textContent === tab.textContent);
    if (!chosen) continue;
    for (const other of tabs) {
      other.setAttribute("aria-selected", String(other === chosen));
      other.tabIndex = other === chosen ? 0 : -1;
      const panel = document.getElementById(other.getAttribute("aria-controls") ?? "");
      panel?.classList.toggle("current", other === chosen);
    }
  }
}

function tabsOf(list: Element | null): HTMLElement[] {
  return list ? [...list.querySelectorAll<HTMLElement>("[role=tab]")] : [];
}
