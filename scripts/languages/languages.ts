import { go } from "./go.ts";
import { java } from "./java.ts";
import type { Language } from "./language.ts";
import { php } from "./php.ts";
import { python } from "./python.ts";
import { typescript } from "./typescript.ts";

/** Every language that clients are generated in. */
export const languages: readonly Language[] = [python, go, php, java, typescript];
