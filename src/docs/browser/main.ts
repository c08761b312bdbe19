/** The script of the docs' page: it adds to a page that can be read without it. */
import { startConsoles } from "./console.ts";
import { addCopyButtons } from "./copy.ts";
import { startViews } from "./views.ts";

addCopyButtons();
startConsoles();
startViews();
