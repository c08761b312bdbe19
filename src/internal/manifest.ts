import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "./package-root.ts";

/** What this package says of itself, as far as it is read here. */
export const manifest: { name: string } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8"));
