import { unfold } from "./folds.ts";
import { showPanel } from "./tabs.ts";

/** Makes links show their target: in a fold, or behind a tab. */
export function startLinks(): void {
  addEventListener("hashchange", showTarget);
  showTarget();
}

/** Leads to an element, and adds a step to the history. */
export function goTo(id: string): void {
  const hash = `#${encodeURI(id)}`;
  if (location.hash === hash) showTarget();
  else location.hash = hash;
}

function showTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  unfold(target);
  showPanel(target);
  target.scrollIntoView();
}
