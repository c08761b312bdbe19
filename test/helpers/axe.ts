import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** axe's rules for WCAG 2.2 A and AA and its best practices. */
const everyRule = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
};
/** Those of them that look at colors, which are all that a theme changes. */
const colorRules = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** Something that axe finds. */
export interface Finding {
  theme: "light" | "dark";
  rule: string;
  help: string;
  html: string;
}

/** Runs axe on the page as it is: every rule in light colors, and the rules about colors in dark. */
export async function findAccessibilityProblems(page: Page): Promise<Finding[]> {
  await useTheme(page, "light");
  const light = await runAxe(page, everyRule);
  await useTheme(page, "dark");
  const dark = await runAxe(page, colorRules);
  await useTheme(page, "light");
  // A run that looked at nothing would find nothing.
  expect(light.passes.length).toBeGreaterThan(20);
  expect(dark.passes.map(({ id }) => id)).toContain("color-contrast");
  return Object.entries({ light, dark }).flatMap(([theme, { violations }]) =>
    violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html }) => ({ theme: theme as Finding["theme"], rule: id, help, html: html.slice(0, 200) })),
    ),
  );
}

/** Counts the findings by theme and rule: `light: color-contrast: 3`. */
export function describeFindings(findings: readonly Finding[]): string[] {
  const names = findings.map(({ theme, rule }) => `${theme}: ${rule}`);
  return [...new Set(names)].map((name) => `${name}: ${names.filter((other) => other === name).length}`).sort();
}

async function runAxe(page: Page, runOnly: object): Promise<AxeResults> {
  // As an expression of the debugger, which the page's policy does not bind.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  return page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run(context: Document, options: object): Promise<AxeResults> } }).axe.run(
        document,
        options,
      ),
    { runOnly, resultTypes: ["violations"] },
  );
}

/** Shows an open page in the colors of a theme: by the class that the reader's choice sets, and as the system's. */
async function useTheme(page: Page, theme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.evaluate(async (name) => {
    document.documentElement.classList.remove("light", "dark");
    document.documentElement.classList.add(name);
    // Colors that are still on their way are neither theme's.
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
  }, theme);
}
