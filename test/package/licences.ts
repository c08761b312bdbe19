/** Licences that ask for no more than their text: any package may have one. SPDX expressions, as packages write them. */
export const allowedLicences: readonly string[] = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "(AFL-2.1 OR BSD-3-Clause)",
  "(MIT AND Zlib)",
  "(MPL-2.0 OR Apache-2.0)",
  "(MIT OR CC0-1.0)",
  "MIT OR Apache-2.0",
  "MIT/X11",
  "PSF-2.0",
  "Public Domain OR MIT",
  "Python-2.0",
  "Unlicense",
  "WTFPL",
];

/** Packages with another licence, or none that a machine can read: what it is, and why it is taken. */
export const licenceExceptions: Record<string, { licence: string; reason: string }> = {
  "@fontsource/roboto-mono": {
    licence: "OFL-1.1",
    reason: "A font, which may be embedded and passed on under its own name: the docs page contains it.",
  },
  "axe-core": {
    licence: "MPL-2.0",
    reason: "Copyleft by the file, and none is changed or passed on: the docs page's test runs it in a browser.",
  },
  "caniuse-lite": {
    licence: "CC-BY-4.0",
    reason: "Data that names its author, and nothing of it is passed on: a generator for `npm run compat` brings it.",
  },
  "compute-gcd": {
    licence: "none",
    reason: "Its LICENSE is the text of MIT. A generator that `npm run compat` alone installs brings it.",
  },
  "compute-lcm": {
    licence: "none",
    reason: "Its LICENSE is the text of MIT. A generator that `npm run compat` alone installs brings it.",
  },
  cycle: {
    licence: "none",
    reason: "Its source says that it is in the public domain. Dredd brings it, a peer that the bench alone installs.",
  },
  eyes: {
    licence: "none",
    reason: "Its LICENSE is the text of MIT. Dredd brings it, a peer that the bench alone installs.",
  },
  html: {
    licence: "BSD",
    reason: "Its LICENSE is the text of MIT. Dredd brings it, a peer that the bench alone installs.",
  },
  lightningcss: {
    licence: "MPL-2.0",
    reason: "Copyleft by the file, and none is changed or passed on: vitest brings it, for tests alone.",
  },
  pastable: {
    licence: "none",
    reason: "Its LICENSE is the text of MIT. A generator that `npm run compat` alone installs brings it.",
  },
  querystring: {
    licence: "none",
    reason: "Its License.md is the text of MIT. Dredd brings it, a peer that the bench alone installs.",
  },
  spawndamnit: {
    licence: "SEE LICENSE IN LICENSE",
    reason: "That file is the text of MIT. Changesets brings it, for releases alone.",
  },
  "validate.io-function": {
    licence: "none",
    reason: "Its LICENSE is the text of MIT. A generator that `npm run compat` alone installs brings it.",
  },
  "validate.io-integer": {
    licence: "none",
    reason: "Its LICENSE is the text of MIT. A generator that `npm run compat` alone installs brings it.",
  },
  "validate.io-number": {
    licence: "none",
    reason: "Its LICENSE is the text of MIT. A generator that `npm run compat` alone installs brings it.",
  },
};

/** Packages that run a script when they are installed, and why that is taken. */
export const installScripts: Record<string, string> = {
  "es5-ext":
    "Its script prints an appeal. Generators for `npm run compat` bring it, and are installed with --ignore-scripts.",
  esbuild: "Its script checks the binary, which works without. As es5-ext is installed, with --ignore-scripts.",
  fsevents: "macOS alone installs it, for tests; the script builds only where the binary in the package does not fit.",
};
