/** The script in the head, before the first paint: nothing moves or changes its color later. */
import { savedTheme } from "./theme-choice.ts";

const { classList } = document.documentElement;
classList.add("scripted");
const theme = savedTheme();
if (theme) classList.add(theme);
