/** A change to Redoc's code, where nothing that it offers does the same. */
interface Change {
  why: string;
  find: string;
  replace: string;
}

/** Redoc's maker's name, in place of a logo that would be loaded from its site. */
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
    why: "a description is not the page's main part, and a page has one of those",
    find: "=L.main.withConfig(",
    replace: "=L.div.withConfig(",
  },
  { why: "the page has a main part, in which Redoc stands", find: "=L.main`\n", replace: "=L.div`\n" },
  { why: "the page has its h1; here the title is below “Reference”", find: "=L.h1.attrs(", replace: "=L.h3.attrs(" },
  { why: "no heading level is skipped: these stand above h4", find: "=L.h2.attrs(", replace: "=L.h3.attrs(" },
  {
    why: "all that the page shows stands in a landmark, tooltips too",
    find: "gf({children:e,mountId:t=`root`})",
    replace: "gf({children:e,mountId:t=`main`})",
  },
  {
    why: "a button is called what stands on it",
    find: '"aria-label":`Example`,options:e.map(',
    replace: "options:e.map(",
  },
  {
    why: "a link to an anchor of the page is no route of Redoc's, which start with a slash",
    find: "re(e.location.hash.substring(1))",
    replace: "re(/^#\\//.test(e.location.hash)?e.location.hash.substring(1):`/`)",
  },
  {
    why: "nor does Redoc make one of it",
    find: "function Z9(){",
    replace: "function Z9(){if(!/^#\\//.test(window.location.hash))return;",
  },
  {
    why: "it does not take the reader away from what stands above it; its first menu item leads to its own top",
    find: "{window.scrollTo(0,0);return}",
    replace: "{o===`PUSH`&&document.getElementById(`redoc`).scrollIntoView();return}",
  },
];

/**
 * Redoc's code with our changes.
 *
 * @throws {Error} where a change does not find its place exactly once: Redoc was updated, and the change has to be looked at.
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
