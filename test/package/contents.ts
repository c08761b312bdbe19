import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { AllowedContents } from "../../scripts/release/contents.ts";
import { packageRoot } from "../../src/internal/package-root.ts";

const sources = readdirSync(join(packageRoot, "src"), { recursive: true, encoding: "utf8" }).map((file) =>
  file.replaceAll("\\", "/"),
);

/** The folders of src/ that have modules, all of which ship: `client`, `contract/cases`; empty for src/ itself. */
const sourceFolders = [
  ...new Set(sources.filter((file) => file.endsWith(".ts")).map((file) => dirname(file).replace(/^\.$/, ""))),
];

/** Everything that the published package may hold. */
export const allowedContents: AllowedContents = {
  files: [
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "package.json",
    // Tells Node that the modules beside it are CommonJS.
    "dist/cjs/package.json",
    "generated/openapi.json",
    "generated/openapi.yaml",
    "src/contract/report/report.schema.json",
    ...sources.filter((file) => file.endsWith("README.md")).map((file) => `src/${file}`),
  ],
  folders: [
    "dist/cjs/generated",
    "dist/cjs/src",
    "dist/cjs/src/client",
    "dist/lib/generated",
    ...sourceFolders.map((folder) => `dist/lib/src/${folder}`.replace(/\/$/, "")),
  ],
  endings: [".js", ".js.map", ".d.ts"],
};
