/** Colors of the page. */
export type Theme = "light" | "dark";

/** The key that Redoc uses too: both pages share the choice. */
const key = "redoc.colorMode";

/** Returns the reader's choice; undefined if there is none, or the browser keeps nothing for this page. */
export function savedTheme(): Theme | undefined {
  try {
    const saved = localStorage.getItem(key);
    return saved === "light" || saved === "dark" ? saved : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the reader's choice; one that is the system's is forgotten, so that the page follows the system again. */
export function saveTheme(theme: Theme, system: Theme): void {
  try {
    if (theme === system) localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // The choice lasts as long as the page.
  }
}
