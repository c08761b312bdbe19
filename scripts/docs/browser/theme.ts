import { savedTheme, saveTheme, type Theme } from "./theme-choice.ts";

const dark = matchMedia("(prefers-color-scheme: dark)");

/** Starts the switch between light and dark. Without a choice the page follows the system. */
export function startThemeSwitch(button: HTMLElement): void {
  const { classList } = document.documentElement;
  const system = (): Theme => (dark.matches ? "dark" : "light");
  const show = (theme: Theme | undefined) => {
    classList.remove("light", "dark");
    if (theme) classList.add(theme);
    button.setAttribute("aria-checked", String((theme ?? system()) === "dark"));
  };
  button.addEventListener("click", () => {
    const theme: Theme = button.getAttribute("aria-checked") === "true" ? "light" : "dark";
    saveTheme(theme, system());
    show(theme === system() ? undefined : theme);
  });
  dark.addEventListener("change", () => show(savedTheme()));
  show(savedTheme());
}
