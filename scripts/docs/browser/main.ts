/** The script of the docs page. The page is readable without it. */
import { startConsoles } from "./console.ts";
import { addCopyButtons } from "./copy.ts";
import { startSearch } from "./search.ts";
import { startViews } from "./views.ts";

const part = (selector: string) => document.querySelector(selector) as HTMLElement;

addCopyButtons();
startConsoles();
startViews(part("#redoc"), part("#list"), part(".views"));
startSearch(part("#redoc"), part("[data-action=search]"));
