import { isDocumented } from "../model/paths.ts";
import type { Expected } from "../test-case.ts";
import { refusal } from "./expected.ts";
import type { CaseContext, CaseDraft } from "./family.ts";
import { buildRequest } from "./request.ts";

/** What frameworks take for the path by default: only good practice asks them not to, so that it is a warning. */
const similar = refusal("path", "recommendation");

/** Paths that are near the described one, and that the description does not have. */
export function* paths(context: CaseContext): Generator<CaseDraft> {
  const { operation, basePath } = context;
  const request = buildRequest(context);
  const [whole = "", query] = request.target.split("?");
  const path = whole.slice(basePath.length);
  const bare = path.replace(/\/$/, "");
  const segments = bare.split("/");
  const literal = operation.path.split("/").findIndex((segment) => /^[\w-]*[a-z][\w-]*$/i.test(segment));
  const changed = (change: (segment: string) => string) =>
    segments.map((segment, index) => (index === literal ? change(segment) : segment)).join("/") +
    (path.endsWith("/") ? "/" : "");
  const slashAs = (text: string) => bare.replace(/(?<=.)\//, text) + path.slice(bare.length);
  const variants: [name: string, title: string, path: string, expected: Expected][] = [
    path.endsWith("/")
      ? ["no-slash", "the path lacks its final slash", bare, similar]
      : ["slash", "the path has a final slash", `${path}/`, similar],
    ["doubled-end", "the path has a doubled slash at its end", `${bare}//`, similar],
    ["doubled-start", "the path begins with a doubled slash", `/${path}`, similar],
    [
      "doubled-inside",
      "a slash inside the path is doubled",
      bare.replace(/(?<=.)\//, "//") + path.slice(bare.length),
      similar,
    ],
    ["other-case", "the path is in another case", changed((segment) => segment.toUpperCase()), similar],
    ["all-capitals", "the path is in capitals", path.toUpperCase(), similar],
    ["encoded-backslash", "a slash of the path is an encoded backslash", slashAs("%5C"), refusal("path")],
    ["final-space", "the path ends with an encoded space", `${path}%20`, refusal("path")],
    [
      "capital",
      "a segment of the path is capitalized",
      changed((segment) => segment.charAt(0).toUpperCase() + segment.slice(1)),
      similar,
    ],
    ["longer", "the path goes on", `${bare}/extra`, refusal("path")],
    ["longer-slash", "the path goes on, with a final slash", `${bare}/extra/`, refusal("path")],
    ["suffix", "the path ends with .json", `${bare}.json`, similar],
    ["letter", "the path has a letter more", `${bare}x`, refusal("path")],
    [
      "encoded",
      "a letter of the path is percent-encoded, which means the same",
      changed(encodeFirst),
      { outcome: "open" },
    ],
    [
      "dot",
      "the path has a dot segment, which means the same",
      bare.replace(/(?<=.)\//, "/./") + path.slice(bare.length),
      { outcome: "open" },
    ],
    [
      "encoded-slash",
      "a slash of the path is percent-encoded",
      bare.replace(/(?<=.)\//, "%2F") + path.slice(bare.length),
      { outcome: "open" },
    ],
    ["parameter", "the path has a parameter after a semicolon", `${path};a=b`, { outcome: "open", class: "path" }],
  ];
  // Variants without a request class are equivalent to the documented path, so they are documented once decoded.
  const isKnown = (variant: string, { class: requestClass }: Expected) =>
    requestClass !== undefined && isDocumented(operation.document, variant);
  for (const [name, title, variant, expected] of variants) {
    // Without a segment there is nothing to vary.
    if (variant === path || bare === "" || isKnown(variant, expected)) continue;
    const target = `${basePath}${variant}${query === undefined ? "" : `?${query}`}`;
    yield {
      name,
      title,
      target: "elsewhere",
      requests: [{ ...request, target }],
      expected,
      pointer: operation.pointer.replace(/\/[^/]*$/, ""),
    };
  }
}

function encodeFirst(segment: string): string {
  return `%${segment.charCodeAt(0).toString(16)}${segment.slice(1)}`;
}
