/** A patch of Redoc's code, where no option does the same. */
interface Change {
  why: string;
  find: string;
  replace: string;
}

/** Replaces the logo, which would be loaded from Redocly's site, by its name. */
const logo = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="14"><text y="11" font-family="sans-serif" font-size="12" fill="gray">Redocly</text></svg>',
).replaceAll("'", "%27")}`;

const changes: Change[] = [
  {
    why: "nothing is loaded from another origin",
    find: "https://cdn.redoc.ly/redoc/logo-mini-full.svg",
    replace: logo,
  },
  {
    why: "a page has one main element, which is not an operation's description",
    find: "=L.main.withConfig(",
    replace: "=L.div.withConfig(",
  },
  { why: "the page has a main element, which contains Redoc", find: "=L.main`\n", replace: "=L.div`\n" },
  { why: "the page has its h1; here the title is below “Reference”", find: "=L.h1.attrs(", replace: "=L.h3.attrs(" },
  { why: "no heading level is skipped: these are above h4", find: "=L.h2.attrs(", replace: "=L.h3.attrs(" },
  {
    why: "everything the page shows is in a landmark, including tooltips",
    find: "gf({children:e,mountId:t=`root`})",
    replace: "gf({children:e,mountId:t=`main`})",
  },
  {
    why: "a button's accessible name is its text",
    find: '"aria-label":`Example`,options:e.map(',
    replace: "options:e.map(",
  },
  {
    why: "a link to an anchor of the page is not a route of Redoc's, which start with a slash",
    find: "re(e.location.hash.substring(1))",
    replace: "re(/^#\\//.test(e.location.hash)?e.location.hash.substring(1):`/`)",
  },
  {
    why: "Redoc does not turn it into one either",
    find: "function Z9(){",
    replace: "function Z9(){if(!/^#\\//.test(window.location.hash))return;",
  },
  {
    why: "it does not scroll away from the content above it; its first menu item leads to its own top",
    find: "{window.scrollTo(0,0);return}",
    replace: "{o===`PUSH`&&document.getElementById(`redoc`).scrollIntoView();return}",
  },
];

/**
 * Applies our changes to Redoc's code.
 *
 * @throws {Error} If a change does not match exactly once: Redoc was updated, and the change needs review.
 */
export function changeRedoc(code: string): string {
  return changes.reduce((changed, { why, find, replace }) => {
    const parts = changed.split(find);
    if (parts.length !== 2) {
      throw new Error(
        `Redoc has ${parts.length - 1} places for ${JSON.stringify(find)} (${why}); see ${import.meta.url}`,
      );
    }
    return parts.join(replace);
  }, code);
}
