/** The script at the end of the page. The page is complete without it, except for the console. */
import { startConsoles } from "./console/start.ts";
import { startCopying } from "./copy.ts";
import { startFolds } from "./folds.ts";
import { startLinks } from "./links.ts";
import { startMenu } from "./menu.ts";
import { startSearch } from "./search.ts";
import { startTabs } from "./tabs.ts";
import { startThemeSwitch } from "./theme.ts";

const part = <T extends HTMLElement>(selector: string) => document.querySelector(selector) as T;

startThemeSwitch(part("[data-action=theme]"));
startTabs();
startFolds();
startLinks();
startMenu(document.querySelector<HTMLElement>("#menu"));
startSearch(part<HTMLInputElement>("search input"), part("#results"), part("search [role=status]"));
startCopying();
startConsoles();
